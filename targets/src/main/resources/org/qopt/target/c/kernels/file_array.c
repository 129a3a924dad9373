#include <stdint.h>
#include <stdio.h>

/* What a file holds for one run, in order; files are little-endian. */
typedef struct {
  const char *name;
  void *data;
  size_t elements, size;
} file_array;

/* Turns the bytes of each element around, unless this machine stores the lowest first. */
static void little_endian(const file_array *array) {
  const uint16_t one = 1;
  unsigned char *element = array->data;
  if (*(const unsigned char *)&one == 1) {
    return;
  }
  for (size_t i = 0; i < array->elements; i++, element += array->size) {
    for (size_t low = 0, high = array->size - 1; low < high; low++, high--) {
      unsigned char byte = element[low];
      element[low] = element[high];
      element[high] = byte;
    }
  }
}
