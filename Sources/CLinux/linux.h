// What Swift's own module of the C library leaves out: headers that it has not, and what is declared only where _GNU_SOURCE is defined.
#ifndef TIEOUT_CLINUX_H
#define TIEOUT_CLINUX_H

#include <malloc.h>

// Makes all that was written to the descriptor's file system durable; from Linux 5.8 on it fails where a write since the opening failed.
extern int syncfs(int descriptor);

#endif
