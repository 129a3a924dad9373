/* Where the pixels of a resized image lie in that which it is of, in steps of 1/1024. */
typedef struct {
  int32_t step, offset;
} resized_axis;

/* The pixels at or around a place, and the weight of that behind. */
typedef struct {
  int32_t before, behind, weight;
} resized_place;

static resized_place resized_place_at(const resized_axis *axis, int32_t index, int32_t size) {
  resized_place place;
  int32_t at = index * axis->step + axis->offset;
  place.before = at < 0 ? 0 : at / 1024;
  place.behind = (at + 1023) / 1024 < size ? (at + 1023) / 1024 : size - 1;
  place.weight = at - place.before * 1024;
  return place;
}
