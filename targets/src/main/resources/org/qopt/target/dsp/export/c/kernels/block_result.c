/* How exact numbers become a result. */
typedef struct {
  int32_t width, rows; /* the numbers of a row, and how many rows are packed at once */
  int32_t block; /* how many neighbours share an exponent */
  int32_t dynamic, exponent; /* whether exponents follow from the numbers; else the only one */
  int32_t ceil, nearest; /* how they follow: rounded up, or one more where a number is cut */
  int32_t bits, least, largest; /* of mantissas */
  int32_t clamp_least, clamp_largest, clamp_exponent;
} block_result;
