// The tables, carried in the binary: each is the bytes of the file of the same name beside tables.c. LineItems.csv, Labels.csv and
// TraditionalSimplified.csv are for people to edit; LabelKeys.tsv is made from Labels.csv by `make accept`, folded and sorted, so that
// a label is found without reading eleven thousand of them at every start. Explanations.csv is made by it too, from the doc comments of the
// checks and treatments. Wording.zh-Hans.csv and Wording.zh-Hant.csv are for people to edit: what other languages have for each English
// template of a sentence.
#ifndef TIEOUT_TABLES_H
#define TIEOUT_TABLES_H

#include <stddef.h>

/// A table's bytes, UTF-8, as they stand in its file.
struct tieout_table {
  const unsigned char *bytes;
  size_t length;
};

struct tieout_table tieout_line_items(void);
struct tieout_table tieout_label_keys(void);
struct tieout_table tieout_traditional_simplified(void);
struct tieout_table tieout_explanations(void);

struct tieout_table tieout_wording_simplified(void);
struct tieout_table tieout_wording_traditional(void);

#endif
