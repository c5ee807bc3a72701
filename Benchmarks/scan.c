// The yardstick: finds every comma and every line feed of a file, keeps where it was, and does nothing with it.
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

enum { piece = 1 << 18 };

int main(int count, char **words) {
  if (count != 2) return 64;
  int file = open(words[1], O_RDONLY);
  unsigned char *bytes = malloc(piece);
  uint32_t *found = malloc(sizeof(uint32_t) * piece);
  if (file < 0 || !bytes || !found) return 2;
  uint64_t all = 0;
  for (ssize_t size; (size = read(file, bytes, piece)) > 0;) {
    uint32_t n = 0;
    for (uint32_t place = 0; place < (uint32_t)size; place++)
      if (bytes[place] == ',' || bytes[place] == '\n') found[n++] = place;
    all += n;
  }
  printf("%llu\n", (unsigned long long)all);
  return 0;
}
