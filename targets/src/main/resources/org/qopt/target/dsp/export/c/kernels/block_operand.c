/* Which exponents belong to the numbers of a row; none per row where there is one for all. */
typedef struct {
  int32_t width; /* the numbers of a row */
  int32_t block; /* how many neighbours share an exponent */
  int32_t exponents; /* how many exponents a row has of its own */
} block_operand;
