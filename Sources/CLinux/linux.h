// What Swift's own module of the C library lacks.
#ifndef TIEOUT_CLINUX_H
#define TIEOUT_CLINUX_H

#include <sys/vfs.h>

// Makes all that was written to the descriptor's file system durable; from Linux 5.8 on it fails where a write since the opening failed.
extern int syncfs(int descriptor);

// Whether a descriptor's file system is one of a program's own.
static inline int is_on_fuse(int descriptor) {
  struct statfs status;
  return fstatfs(descriptor, &status) == 0 && status.f_type == 0x65735546;
}

#endif
