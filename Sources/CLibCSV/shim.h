// Guards the generic header name <csv.h>: only libcsv 3.0.3 or later will do.
#ifndef TIEOUT_CLIBCSV_SHIM_H
#define TIEOUT_CLIBCSV_SHIM_H

#include <csv.h>

#if !defined(CSV_MAJOR) || CSV_MAJOR != 3
#error "csv.h is not libcsv's: install libcsv-dev (3.0.3)"
#endif

#endif
