#include "block_exponent_$Q.c"
#include "block_result.c"
#include "clamp_numbers_$Q.c"
#include "cut.c"
#include "shift_$Q.c"

/* Rounds numbers to mantissas, in blocks if exponents are dynamic. */
static void pack_i$O_$Q(int64_t *values, const int64_t *exponents, int32_t count,
                        const block_result *result, int$O_t *restrict mantissas,
                        int16_t *restrict block_exponents) {
  if (!result->dynamic) {
    for (int32_t i = 0; i < count; i++) {
      int64_t rounded = shift_$Q(values[i], result->exponent - exponents[i]);
      rounded = cut(rounded, result->least, result->largest);
      mantissas[i] = (int$O_t)cut(rounded, result->clamp_least, result->clamp_largest);
    }
    return;
  }
  clamp_numbers_$Q(values, exponents, count, result);
  for (int32_t start = 0; start < count; start += result->block) {
    int32_t rest = count - start;
    int32_t end = rest < result->block ? count : start + result->block;
    int64_t exponent =
        block_exponent_$Q(values + start, exponents + start, end - start, result);
    *block_exponents++ = (int16_t)exponent;
    for (int32_t i = start; i < end; i++) {
      int64_t rounded = shift_$Q(values[i], exponent - exponents[i]);
      mantissas[i] = (int$O_t)cut(rounded, result->least, result->largest);
    }
  }
}
