#include "block_operand.c"

/* A box of numbers, where it begins in two tensors, and how far both move along its dimensions. */
typedef struct {
  int32_t rank, length;
  const int32_t *dims;
  int32_t from;
  const int32_t *from_strides;
  int32_t to;
  const int32_t *to_strides;
} number_box;

/* Moves numbers to where they will be packed. */
static void move_numbers_i$A(const int$A_t *restrict input,
                             const int16_t *restrict input_exponents,
                             const block_operand *operand, const number_box *box, int32_t total,
                             int64_t *restrict scratch) {
  for (int32_t i = 0; i < box->length; i++) {
    int32_t from = box->from;
    int32_t to = box->to;
    int32_t rest = i;
    for (int32_t axis = box->rank - 1; axis >= 0; axis--) {
      from += rest % box->dims[axis] * box->from_strides[axis];
      to += rest % box->dims[axis] * box->to_strides[axis];
      rest /= box->dims[axis];
    }
    scratch[to] = input[from];
    scratch[total + to] = input_exponents[from / operand->width * operand->exponents +
                                          from % operand->width / operand->block];
  }
}
