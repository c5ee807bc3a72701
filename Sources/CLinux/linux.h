// What the C library declares only where _GNU_SOURCE is defined, so that Swift does not see it.
#ifndef TIEOUT_CLINUX_H
#define TIEOUT_CLINUX_H

// Makes all that was written to the descriptor's file system durable; from Linux 5.8 on it fails where a write since the opening failed.
extern int syncfs(int descriptor);

#endif
