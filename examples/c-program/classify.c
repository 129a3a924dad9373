/*
 * Runs text_direction.c, which qopt wrote, on pictures of lines of text, and compares its results with
 * those of `qopt run`: classify PICTURES.npy EXPECTED.npy
 *
 * The network computes with integers alone. Only what stands here, at its ends, is in floating point:
 * a device would get integers from its sensor in the first place.
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "text_direction.h"

#define PICTURE TEXT_DIRECTION_INPUT_0_ELEMENTS
#define CLASSES TEXT_DIRECTION_OUTPUT_0_ELEMENTS

/* Mantissas of 16 bits, the negative ones as many as the positive ones. */
#define LARGEST 32767.0f

/* Opens an array of float32 at its first element. */
static FILE *open_array(const char *name) {
  unsigned char start[10];
  FILE *file = fopen(name, "rb");
  if (file == NULL || fread(start, 1, sizeof start, file) != sizeof start ||
      memcmp(start, "\x93NUMPY\x01", 7) != 0 ||
      fseek(file, start[8] + 256L * start[9], SEEK_CUR) != 0) {
    fprintf(stderr, "%s: no array that can be read\n", name);
    exit(1);
  }
  return file;
}

/* A real number as qopt stores it: to the nearest mantissa, halves up. */
static int16_t stored(float x) {
  float mantissa = floorf(ldexpf(x, -TEXT_DIRECTION_INPUT_0_EXPONENT) + 0.5f);
  return (int16_t)fminf(fmaxf(mantissa, -LARGEST), LARGEST);
}

int main(int argc, char **argv) {
  static float picture[PICTURE];
  static int16_t input[PICTURE];
  int16_t output[CLASSES];
  float expected[CLASSES];
  int lines = 0, equal = 0, upside_down = 0;
  if (argc != 3) {
    fprintf(stderr, "usage: classify PICTURES.npy EXPECTED.npy\n");
    return 2;
  }
  FILE *pictures = open_array(argv[1]);
  FILE *results = open_array(argv[2]);
  while (fread(picture, sizeof *picture, PICTURE, pictures) == PICTURE &&
         fread(expected, sizeof *expected, CLASSES, results) == CLASSES) {
    for (int i = 0; i < PICTURE; i++) {
      input[i] = stored(picture[i]);
    }
    text_direction_run(input, output);
    int same = 1;
    for (int i = 0; i < CLASSES; i++) {
      same &= ldexpf((float)output[i], TEXT_DIRECTION_OUTPUT_0_EXPONENT) == expected[i];
    }
    lines++;
    equal += same;
    upside_down += output[1] > output[0];
  }
  printf("%d lines of text, %d of them upside down\n", lines, upside_down);
  printf("%d of them with the very numbers of qopt run\n", equal);
  printf("%d bytes of memory, %d bytes of constants\n", TEXT_DIRECTION_ARENA_BYTES,
         TEXT_DIRECTION_CONSTANT_BYTES);
  return lines == 0 || equal != lines;
}
