// The tables that a person can edit, carried in the binary: each is the bytes of the CSV file of the same name beside tables.c.
#ifndef TIEOUT_TABLES_H
#define TIEOUT_TABLES_H

#include <stddef.h>

/// A table's bytes, UTF-8, as they stand in its file.
struct tieout_table {
  const unsigned char *bytes;
  size_t length;
};

struct tieout_table tieout_line_items(void);
struct tieout_table tieout_labels(void);
struct tieout_table tieout_traditional_simplified(void);

#endif
