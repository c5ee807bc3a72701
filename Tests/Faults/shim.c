/* Makes the n-th system call on a file of the test's folder die or fail. Loaded with LD_PRELOAD; what is not below FAULT_ROOT is not counted.
 *
 * FAULT_ROOT   the folder whose files count
 * FAULT_AT     which call, from 1; 0 for none
 * FAULT_KIND   kill, power, or the number of an error
 * FAULT_KEEP   for power: a folder of the same file system for what may have to come back
 * FAULT_LOG    a file to which every counted call is added: its number, its name, its path
 *
 * power is a death after which only what was made durable is left. What a file was given since its last fsync is gone, and so is every name
 * that was made, changed or taken away in a folder since the folder's last fsync: a new name is away again, an old one back; a syncfs makes
 * all of it durable. A run that ends before its call comes loses power as it ends. Files of the history are SQLite's, and are left as they are.
 */
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

static char root[PATH_MAX];
static size_t root_length;
static long at, count;
static int error_number;
static int log_descriptor = -1;
static char ours[4096];
/* Below which path each descriptor was opened, for power. */
static char *paths[4096];
static const char *keep;
static int is_power;
static volatile int is_struck;
static pid_t process;

__attribute__((constructor)) static void begin(void) {
  const char *folder = getenv("FAULT_ROOT"), *number = getenv("FAULT_AT"), *kind = getenv("FAULT_KIND"), *file = getenv("FAULT_LOG");
  if (!folder) return;
  snprintf(root, sizeof root, "%s/", folder);
  root_length = strlen(root);
  at = number ? atol(number) : 0;
  is_power = kind && !strcmp(kind, "power");
  keep = getenv("FAULT_KEEP");
  process = getpid();
  error_number = kind && strcmp(kind, "kill") && !is_power ? atoi(kind) : 0;
  if (file) log_descriptor = (int)syscall(SYS_openat, AT_FDCWD, file, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
}

/* Paths of the run are relative to the test's folder, in which it starts. */
static int counts(const char *path) {
  return root_length && path && (path[0] != '/' || !strncmp(path, root, root_length - 1));
}

static int descriptor_counts(int descriptor) { return descriptor >= 0 && descriptor < (int)sizeof ours && ours[descriptor]; }

/* What was done and is not durable yet, in the order in which it was done. */
enum done { CREATED, WRITTEN, RENAMED, LINKED, UNLINKED, MADE, REMOVED };
static struct step {
  enum done done;
  char *path, *other;
  int kept;
  char is_durable;
} steps[1 << 16];
static int step_count, kept_count;
static pthread_mutex_t steps_lock = PTHREAD_MUTEX_INITIALIZER;

static char *copied(const char *text) { return text ? strcpy(malloc(strlen(text) + 1), text) : 0; }

static int is_history(const char *path) { return path && strstr(path, "/history.sqlite"); }

static void kept_name(char *name, int number) { snprintf(name, PATH_MAX, "%s/%d", keep, number); }

/* Keeps what has a name by another, before the name goes; its number, or 0. */
static int kept(const char *path) {
  if (!is_power || !keep || is_history(path)) return 0;
  char name[PATH_MAX];
  pthread_mutex_lock(&steps_lock);
  int number = ++kept_count;
  pthread_mutex_unlock(&steps_lock);
  kept_name(name, number);
  return syscall(SYS_linkat, AT_FDCWD, path, AT_FDCWD, name, 0) == 0 ? number : 0;
}

static void note(enum done done, const char *path, const char *other, int kept) {
  if (!is_power || is_history(path) || is_history(other)) return;
  pthread_mutex_lock(&steps_lock);
  if (step_count > (1 << 16) - 2) abort();
  int known = step_count;
  steps[step_count++] = (struct step){done, copied(path), copied(other), kept, 0};
  /* Bytes that are not durable go with their file. */
  for (int index = 0; done == RENAMED && index < known; index++) {
    if (steps[index].done != WRITTEN || steps[index].is_durable || strcmp(steps[index].path, path)) continue;
    steps[step_count++] = (struct step){WRITTEN, copied(other), 0, 0, 0};
    break;
  }
  pthread_mutex_unlock(&steps_lock);
}

/* Whether a path is a name in a folder. */
static int is_in(const char *folder, const char *path) {
  const char *slash = path ? strrchr(path, '/') : 0;
  size_t length = strlen(folder);
  if (!slash) return path && !strcmp(folder, ".");
  return (size_t)(slash - path) == length && !strncmp(folder, path, length);
}

/* An fsync makes a file's bytes durable, or the names in a folder. */
static void made_durable(const char *path) {
  if (!is_power || !path) return;
  pthread_mutex_lock(&steps_lock);
  for (int index = 0; index < step_count; index++) {
    struct step *step = steps + index;
    if (step->done == WRITTEN ? !strcmp(step->path, path) : is_in(path, step->done == RENAMED ? step->other : step->path)) {
      step->is_durable = 1;
    }
  }
  pthread_mutex_unlock(&steps_lock);
}

/* A syncfs makes everything durable. */
static void all_durable(void) {
  pthread_mutex_lock(&steps_lock);
  for (int index = 0; index < step_count; index++) steps[index].is_durable = 1;
  pthread_mutex_unlock(&steps_lock);
}

static void remove_all(const char *path) {
  char command[PATH_MAX + 16];
  snprintf(command, sizeof command, "env -u LD_PRELOAD rm -rf '%s'", path);
  root_length = 0;
  (void)!system(command);
}

/* Undoes what was not durable, the last first. */
static void lose_power(void) {
  char name[PATH_MAX];
  for (int index = step_count - 1; index >= 0; index--) {
    struct step *step = steps + index;
    if (step->is_durable) continue;
    kept_name(name, step->kept);
    switch (step->done) {
    case CREATED:
    case LINKED: syscall(SYS_unlinkat, AT_FDCWD, step->path, 0); break;
    case WRITTEN: syscall(SYS_truncate, step->path, 0); break;
    case RENAMED:
      syscall(SYS_renameat, AT_FDCWD, step->other, AT_FDCWD, step->path);
      if (step->kept) syscall(SYS_renameat, AT_FDCWD, name, AT_FDCWD, step->other);
      break;
    case UNLINKED:
      if (step->kept) syscall(SYS_renameat, AT_FDCWD, name, AT_FDCWD, step->path);
      break;
    case MADE: remove_all(step->path); break;
    case REMOVED: syscall(SYS_mkdirat, AT_FDCWD, step->path, 0700); break;
    }
  }
}

__attribute__((destructor)) static void end(void) {
  if (is_power && !is_struck && getpid() == process) lose_power();
}

/* Whether this call is to fail; it does not return where the process is to die. */
static int strikes(const char *name, const char *path) {
  long number = __atomic_add_fetch(&count, 1, __ATOMIC_SEQ_CST);
  if (log_descriptor >= 0) {
    char line[PATH_MAX + 64];
    int length = snprintf(line, sizeof line, "%ld %s %s\n", number, name, path ? path : "");
    syscall(SYS_write, log_descriptor, line, (size_t)length);
  }
  /* What another thread would do after the death is not done. */
  while (is_struck && !error_number) pause();
  if (number != at) return 0;
  is_struck = 1;
  if (!error_number) {
    if (is_power) lose_power();
    kill(getpid(), SIGKILL);
    pause();
  }
  errno = error_number;
  return 1;
}

/* Takes note of an open file; `is_new` where its name was not there before. */
static int noted(int descriptor, int folder, const char *path, int is_new) {
  if (descriptor < 0 || descriptor >= (int)sizeof ours) return descriptor;
  ours[descriptor] = 1;
  if (!is_power) return descriptor;
  char whole[PATH_MAX];
  if (folder != AT_FDCWD && path[0] != '/' && paths[folder]) {
    snprintf(whole, sizeof whole, "%s/%s", paths[folder], path);
    path = whole;
  }
  paths[descriptor] = copied(path);
  if (is_new) note(CREATED, path, 0, 0);
  return descriptor;
}

static int makes(int folder, const char *path, int flags) {
  return is_power && flags & O_CREAT && syscall(SYS_faccessat, folder, path, F_OK) != 0;
}

#define REAL(name) static __typeof__(&name) real; if (!real) real = (__typeof__(&name))dlsym(RTLD_NEXT, #name)
#define MODE mode_t mode = 0; if (flags & (O_CREAT | O_TMPFILE)) { va_list list; va_start(list, flags); mode = va_arg(list, mode_t); va_end(list); }

int open(const char *path, int flags, ...) {
  MODE REAL(open);
  if (!counts(path)) return real(path, flags, mode);
  int is_new = makes(AT_FDCWD, path, flags);
  return strikes("open", path) ? -1 : noted(real(path, flags, mode), AT_FDCWD, path, is_new);
}
int open64(const char *path, int flags, ...) {
  MODE REAL(open64);
  if (!counts(path)) return real(path, flags, mode);
  int is_new = makes(AT_FDCWD, path, flags);
  return strikes("open", path) ? -1 : noted(real(path, flags, mode), AT_FDCWD, path, is_new);
}
int openat(int folder, const char *path, int flags, ...) {
  MODE REAL(openat);
  if (folder == AT_FDCWD ? !counts(path) : !descriptor_counts(folder)) return real(folder, path, flags, mode);
  int is_new = makes(folder, path, flags);
  return strikes("openat", path) ? -1 : noted(real(folder, path, flags, mode), folder, path, is_new);
}
int openat64(int folder, const char *path, int flags, ...) {
  MODE REAL(openat64);
  if (folder == AT_FDCWD ? !counts(path) : !descriptor_counts(folder)) return real(folder, path, flags, mode);
  int is_new = makes(folder, path, flags);
  return strikes("openat", path) ? -1 : noted(real(folder, path, flags, mode), folder, path, is_new);
}
int close(int descriptor) {
  REAL(close);
  if (!descriptor_counts(descriptor)) return real(descriptor);
  ours[descriptor] = 0;
  if (strikes("close", 0)) {
    real(descriptor);
    errno = error_number;
    return -1;
  }
  return real(descriptor);
}
ssize_t read(int descriptor, void *bytes, size_t size) {
  REAL(read);
  return descriptor_counts(descriptor) && strikes("read", 0) ? -1 : real(descriptor, bytes, size);
}
/* Half of it is written before the death, as when the power goes. */
ssize_t write(int descriptor, const void *bytes, size_t size) {
  REAL(write);
  if (descriptor_counts(descriptor)) {
    if (is_power && paths[descriptor]) note(WRITTEN, paths[descriptor], 0, 0);
    if (count + 1 == at && size > 1) real(descriptor, bytes, size / 2);
    if (strikes("write", 0)) return -1;
  }
  return real(descriptor, bytes, size);
}
int fsync(int descriptor) {
  REAL(fsync);
  if (descriptor_counts(descriptor) && strikes("fsync", 0)) return -1;
  int result = real(descriptor);
  if (result == 0 && descriptor_counts(descriptor)) made_durable(paths[descriptor]);
  return result;
}
/* One core, so that the n-th call is the same one each time; FAULT_CORES says otherwise. */
long sysconf(int name) {
  REAL(sysconf);
  const char *cores = getenv("FAULT_CORES");
  return name == _SC_NPROCESSORS_ONLN ? (cores ? atol(cores) : 1) : real(name);
}
int syncfs(int descriptor) {
  REAL(syncfs);
  if (descriptor_counts(descriptor) && strikes("syncfs", 0)) return -1;
  int result = real(descriptor);
  if (result == 0 && descriptor_counts(descriptor)) all_durable();
  return result;
}
int flock(int descriptor, int operation) {
  REAL(flock);
  return descriptor_counts(descriptor) && strikes("flock", 0) ? -1 : real(descriptor, operation);
}
int fchmod(int descriptor, mode_t mode) {
  REAL(fchmod);
  return descriptor_counts(descriptor) && strikes("fchmod", 0) ? -1 : real(descriptor, mode);
}
int fstat(int descriptor, struct stat *status) {
  REAL(fstat);
  return descriptor_counts(descriptor) && strikes("fstat", 0) ? -1 : real(descriptor, status);
}
int lstat(const char *path, struct stat *status) {
  REAL(lstat);
  return counts(path) && strikes("lstat", path) ? -1 : real(path, status);
}
int fstatat(int folder, const char *path, struct stat *status, int flags) {
  REAL(fstatat);
  return descriptor_counts(folder) && strikes("fstatat", path) ? -1 : real(folder, path, status, flags);
}
int rename(const char *from, const char *to) {
  REAL(rename);
  if (!counts(from)) return real(from, to);
  if (strikes("rename", to)) return -1;
  int before = kept(to), result = real(from, to);
  if (result == 0) note(RENAMED, from, to, before);
  return result;
}
int link(const char *from, const char *to) {
  REAL(link);
  if (!counts(from)) return real(from, to);
  int result = strikes("link", to) ? -1 : real(from, to);
  if (result == 0) note(LINKED, to, 0, 0);
  return result;
}
int unlink(const char *path) {
  REAL(unlink);
  if (!counts(path)) return real(path);
  if (strikes("unlink", path)) return -1;
  int before = kept(path), result = real(path);
  if (result == 0) note(UNLINKED, path, 0, before);
  return result;
}
int mkdir(const char *path, mode_t mode) {
  REAL(mkdir);
  if (!counts(path)) return real(path, mode);
  int result = strikes("mkdir", path) ? -1 : real(path, mode);
  if (result == 0) note(MADE, path, 0, 0);
  return result;
}
int rmdir(const char *path) {
  REAL(rmdir);
  if (!counts(path)) return real(path);
  int result = strikes("rmdir", path) ? -1 : real(path);
  if (result == 0) note(REMOVED, path, 0, 0);
  return result;
}
DIR *opendir(const char *path) {
  REAL(opendir);
  return counts(path) && strikes("opendir", path) ? 0 : real(path);
}
DIR *fdopendir(int descriptor) {
  REAL(fdopendir);
  return strikes("fdopendir", 0) ? 0 : real(descriptor);
}
