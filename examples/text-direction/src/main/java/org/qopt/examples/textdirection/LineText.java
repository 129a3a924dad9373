package org.qopt.examples.textdirection;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What a line says: words, prices, dates, as on a receipt, a sign or a page. */
final class LineText {
  private static final List<String> WORDS =
      List.of(
          ("about above after again along amount apple april argue autumn bakery balance banana"
                  + " bank because before behind between bicycle bottle bridge bright brown building"
                  + " button camera capital carbon castle chapter cheese circle city clean clock cloud"
                  + " coffee colour copper corner cotton country daily danger delivery desk digital"
                  + " dinner doctor double dragon early earth east energy engine entry evening example"
                  + " exit fabric family farmer figure finger forest forward freight garden general"
                  + " glass golden grand green ground harbour height history hotel house iron island"
                  + " jacket journal jungle kitchen ladder language laser letter library light listen"
                  + " little lunch machine manager market member metal middle minute model modern money"
                  + " morning mountain museum music nature network night north number object office"
                  + " orange orchard order packet page palace paper parking pencil people pepper planet"
                  + " please police pretty price printer quality quarter question quick quiet radio"
                  + " railway receipt record region return river road rocket sample school season second"
                  + " service silver simple single small special spring square station street student"
                  + " summer sunday table taxi teacher theatre thunder ticket today total traffic train"
                  + " travel under valley village vinegar violet visit water weather welcome western"
                  + " window winter yellow yesterday young zebra")
              .split(" "));

  private LineText() {}

  /** {@return a line of one to four words, some of them numbers, in one of the usual cases} */
  static String random(Random random) {
    String line =
        IntStream.range(0, random.nextInt(1, 5))
            .mapToObj(_ -> random.nextInt(6) == 0 ? number(random) : pick(WORDS, random))
            .collect(Collectors.joining(" "));
    // A line of figures alone can read the same upside down.
    String safe =
        line.chars().anyMatch(Character::isLetter) ? line : line + " " + pick(WORDS, random);
    return switch (random.nextInt(4)) {
      case 0 -> safe.toUpperCase(Locale.ROOT);
      case 1 -> safe;
      default -> capitalized(safe);
    };
  }

  private static String number(Random random) {
    return switch (random.nextInt(3)) {
      case 0 -> String.format(Locale.ROOT, "$%d.%02d", random.nextInt(1, 500), random.nextInt(100));
      case 1 ->
          String.format(Locale.ROOT, "%02d/%02d", random.nextInt(1, 13), random.nextInt(1, 29));
      default -> Integer.toString(random.nextInt(10, 5000));
    };
  }

  private static String capitalized(String line) {
    return line.substring(0, 1).toUpperCase(Locale.ROOT) + line.substring(1);
  }

  private static String pick(List<String> words, Random random) {
    return words.get(random.nextInt(words.size()));
  }
}
