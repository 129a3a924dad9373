#include <stdio.h>

/* Opens the file of an input; returns how many runs it suffices for, -1 after an error. */
static long open_input(const char *path, const file_array *array, FILE **file) {
  long bytes = (long)(array->elements * array->size);
  long length = -1;
  *file = fopen(path, "rb");
  if (*file != NULL && fseek(*file, 0, SEEK_END) == 0) {
    length = ftell(*file);
  }
  if (length < 0 || fseek(*file, 0, SEEK_SET) != 0) {
    perror(path);
    return -1;
  }
  if (bytes == 0 ? length != 0 : length % bytes != 0) {
    fprintf(stderr, "%s: expected a multiple of the %ld bytes of input %s, but found %ld\n", path,
            bytes, array->name, length);
    return -1;
  }
  return bytes == 0 ? 0 : length / bytes;
}

static int usage(const char *program) {
  fprintf(stderr, "usage: %s", program);
  for (int i = 0; i < FILES; i++) {
    fprintf(stderr, " %s", files[i].name);
  }
  fprintf(stderr, "\nRuns on files of little-endian integers: %d to read, %d to write.\n",
          INPUT_FILES, FILES - INPUT_FILES);
  return 2;
}

int main(int argc, char **argv) {
  FILE *open[FILES + 1];
  long runs = -1;
  if (argc != FILES + 1) {
    return usage(argc > 0 ? argv[0] : "model");
  }
  for (int i = 0; i < INPUT_FILES; i++) {
    long found = open_input(argv[i + 1], &files[i], &open[i]);
    if (found < 0) {
      return 1;
    }
    if (files[i].elements > 0) {
      if (runs >= 0 && found != runs) {
        fprintf(stderr, "%s: expected %ld runs as in the files before, but found %ld\n",
                argv[i + 1], runs, found);
        return 1;
      }
      runs = found;
    }
  }
  /* Without an input that has elements there is a single run. */
  runs = runs < 0 ? 1 : runs;
  for (int i = INPUT_FILES; i < FILES; i++) {
    open[i] = fopen(argv[i + 1], "wb");
    if (open[i] == NULL) {
      perror(argv[i + 1]);
      return 1;
    }
  }
  for (long run = 0; run < runs; run++) {
    for (int i = 0; i < INPUT_FILES; i++) {
      if (fread(files[i].data, files[i].size, files[i].elements, open[i]) != files[i].elements) {
        perror(argv[i + 1]);
        return 1;
      }
      little_endian(&files[i]);
    }
    run_once();
    for (int i = INPUT_FILES; i < FILES; i++) {
      little_endian(&files[i]);
      if (fwrite(files[i].data, files[i].size, files[i].elements, open[i]) != files[i].elements) {
        perror(argv[i + 1]);
        return 1;
      }
    }
  }
  for (int i = 0; i < FILES; i++) {
    if (fclose(open[i]) != 0) {
      perror(argv[i + 1]);
      return 1;
    }
  }
  return 0;
}
