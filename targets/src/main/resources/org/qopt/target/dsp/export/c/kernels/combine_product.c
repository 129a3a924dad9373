/* a * b, exactly. */
static int64_t combine_product_$Q(int64_t a, int64_t a_exponent, int64_t b, int64_t b_exponent,
                                  int32_t guard, int64_t *exponent) {
  *exponent = a_exponent + b_exponent - guard;
  return a * b;
}
