/* Makes the n-th system call on a file of the test's folder die or fail. Loaded with LD_PRELOAD; what is not below FAULT_ROOT is not counted.
 *
 * FAULT_ROOT   the folder whose files count
 * FAULT_AT     which call, from 1; 0 for none
 * FAULT_KIND   kill, or the number of an error
 * FAULT_LOG    a file to which every counted call is added: its number, its name, its path
 */
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
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

__attribute__((constructor)) static void begin(void) {
  const char *folder = getenv("FAULT_ROOT"), *number = getenv("FAULT_AT"), *kind = getenv("FAULT_KIND"), *file = getenv("FAULT_LOG");
  if (!folder) return;
  snprintf(root, sizeof root, "%s/", folder);
  root_length = strlen(root);
  at = number ? atol(number) : 0;
  error_number = kind && strcmp(kind, "kill") ? atoi(kind) : 0;
  if (file) log_descriptor = (int)syscall(SYS_openat, AT_FDCWD, file, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
}

/* Paths of the run are relative to the test's folder, in which it starts. */
static int counts(const char *path) {
  return root_length && path && (path[0] != '/' || !strncmp(path, root, root_length - 1));
}

static int descriptor_counts(int descriptor) { return descriptor >= 0 && descriptor < (int)sizeof ours && ours[descriptor]; }

/* Whether this call is to fail; it does not return where the process is to die. */
static int strikes(const char *name, const char *path) {
  count++;
  if (log_descriptor >= 0) {
    char line[PATH_MAX + 64];
    int length = snprintf(line, sizeof line, "%ld %s %s\n", count, name, path ? path : "");
    syscall(SYS_write, log_descriptor, line, (size_t)length);
  }
  if (count != at) return 0;
  if (!error_number) {
    kill(getpid(), SIGKILL);
    pause();
  }
  errno = error_number;
  return 1;
}

static int noted(int descriptor) {
  if (descriptor >= 0 && descriptor < (int)sizeof ours) ours[descriptor] = 1;
  return descriptor;
}

#define REAL(name) static __typeof__(&name) real; if (!real) real = (__typeof__(&name))dlsym(RTLD_NEXT, #name)
#define MODE mode_t mode = 0; if (flags & (O_CREAT | O_TMPFILE)) { va_list list; va_start(list, flags); mode = va_arg(list, mode_t); va_end(list); }

int open(const char *path, int flags, ...) {
  MODE REAL(open);
  if (!counts(path)) return real(path, flags, mode);
  return strikes("open", path) ? -1 : noted(real(path, flags, mode));
}
int open64(const char *path, int flags, ...) {
  MODE REAL(open64);
  if (!counts(path)) return real(path, flags, mode);
  return strikes("open", path) ? -1 : noted(real(path, flags, mode));
}
int openat(int folder, const char *path, int flags, ...) {
  MODE REAL(openat);
  if (folder == AT_FDCWD ? !counts(path) : !descriptor_counts(folder)) return real(folder, path, flags, mode);
  return strikes("openat", path) ? -1 : noted(real(folder, path, flags, mode));
}
int openat64(int folder, const char *path, int flags, ...) {
  MODE REAL(openat64);
  if (folder == AT_FDCWD ? !counts(path) : !descriptor_counts(folder)) return real(folder, path, flags, mode);
  return strikes("openat", path) ? -1 : noted(real(folder, path, flags, mode));
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
    if (count + 1 == at && size > 1) real(descriptor, bytes, size / 2);
    if (strikes("write", 0)) return -1;
  }
  return real(descriptor, bytes, size);
}
int fsync(int descriptor) {
  REAL(fsync);
  return descriptor_counts(descriptor) && strikes("fsync", 0) ? -1 : real(descriptor);
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
  return counts(from) && strikes("rename", to) ? -1 : real(from, to);
}
int link(const char *from, const char *to) {
  REAL(link);
  return counts(from) && strikes("link", to) ? -1 : real(from, to);
}
int unlink(const char *path) {
  REAL(unlink);
  return counts(path) && strikes("unlink", path) ? -1 : real(path);
}
int mkdir(const char *path, mode_t mode) {
  REAL(mkdir);
  return counts(path) && strikes("mkdir", path) ? -1 : real(path, mode);
}
int rmdir(const char *path) {
  REAL(rmdir);
  return counts(path) && strikes("rmdir", path) ? -1 : real(path);
}
DIR *opendir(const char *path) {
  REAL(opendir);
  return counts(path) && strikes("opendir", path) ? 0 : real(path);
}
DIR *fdopendir(int descriptor) {
  REAL(fdopendir);
  return strikes("fdopendir", 0) ? 0 : real(descriptor);
}
