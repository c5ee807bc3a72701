#include "tables.h"

// #embed (C23) puts the files in as they are, in no time; SwiftPM's own way of embedding takes 27 s for 130 KB at every build.
static const unsigned char line_items[] = {
#embed "LineItems.csv"
};

static const unsigned char label_keys[] = {
#embed "LabelKeys.tsv"
};

static const unsigned char traditional_simplified[] = {
#embed "TraditionalSimplified.csv"
};

static const unsigned char explanations[] = {
#embed "Explanations.csv"
};

struct tieout_table tieout_line_items(void) {
  struct tieout_table table = {line_items, sizeof line_items};
  return table;
}

struct tieout_table tieout_label_keys(void) {
  struct tieout_table table = {label_keys, sizeof label_keys};
  return table;
}

struct tieout_table tieout_traditional_simplified(void) {
  struct tieout_table table = {traditional_simplified, sizeof traditional_simplified};
  return table;
}

struct tieout_table tieout_explanations(void) {
  struct tieout_table table = {explanations, sizeof explanations};
  return table;
}

static const unsigned char wording_simplified[] = {
#embed "Wording.zh-Hans.csv"
};

static const unsigned char wording_traditional[] = {
#embed "Wording.zh-Hant.csv"
};

struct tieout_table tieout_wording_simplified(void) {
  struct tieout_table table = {wording_simplified, sizeof wording_simplified};
  return table;
}

struct tieout_table tieout_wording_traditional(void) {
  struct tieout_table table = {wording_traditional, sizeof wording_traditional};
  return table;
}
