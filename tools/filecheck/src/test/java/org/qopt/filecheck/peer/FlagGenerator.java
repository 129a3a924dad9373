package org.qopt.filecheck.peer;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Makes command lines, most of them right. */
final class FlagGenerator {
  private static final List<String> COMMON =
      List.of(
          "--strict-whitespace",
          "--match-full-lines",
          "--ignore-case",
          "--allow-empty",
          "--enable-var-scope",
          "--allow-deprecated-dag-overlap",
          "--allow-unused-prefixes",
          "-v",
          "-vv",
          "-v",
          "-vv",
          "--dump-input=always",
          "--dump-input=never",
          "--dump-input=fail",
          "--dump-input-filter=all",
          "--dump-input-filter=annotation",
          "--dump-input-filter=annotation-full",
          "--dump-input-filter=error",
          "--dump-input-context=0",
          "--dump-input-context=1",
          "--dump-input-context=2",
          "--color",
          "--check-prefixes=CHECK,FOO",
          "--check-prefix=CHECK",
          "--check-prefixes=CHECK,CHECKA,A",
          "-DA=x",
          "-DB=42",
          "-D#N=42",
          "-D#%x,M=42",
          "-DG=1",
          "-D$G=x",
          "--implicit-check-not=bar",
          "--implicit-check-not={{[0-9]+}}",
          "--implicit-check-not=nosuch",
          "-D#M=N+1");
  private static final List<String> RARE =
      List.of(
          "--foo",
          "--check-prefix=",
          "--check-prefix=1a",
          "--check-prefix=a.b",
          "--check-prefix=A,B",
          "--comment-prefixes=X,Y",
          "--comment-prefixes=CHECK",
          "-D",
          "-DA",
          "-D=x",
          "-D#=1",
          "-D#1=2",
          "-D1=x",
          "-D#N",
          "-D#N=",
          "-D#N=x",
          "-DA=",
          "-D#%q,N=1",
          "-D#N=1+",
          "-DN=1",
          "--implicit-check-not=[[A]]",
          "--implicit-check-not={{(}}",
          "--implicit-check-not=[[",
          "--implicit-check-not=",
          "--dump-input=foo",
          "--dump-input-context=x",
          "--dump-input-context=-1",
          "-v=2",
          "--v=false",
          "--color=0",
          "--dump-inputs=always",
          "--allow-empt",
          "extra",
          "--",
          "-",
          "--check-prefix",
          "-DA B=x",
          "-D@A=x",
          "-D#@LINE=1",
          "-D$=1",
          "--input-file=nosuch",
          "--implicit-check-not={{a|}}",
          "--implicit-check-not=[[A:x]]",
          "--dump-input-filter=",
          "-D#N=9999999999999999999999",
          "-vvv",
          "-vDA=1",
          "-vx",
          "--print-options",
          "--rng-seed=x",
          "--implicit-check-not=b{{(}}");

  private final Random random;

  private final boolean valid;

  FlagGenerator(Random random, boolean valid) {
    this.random = random;
    this.valid = valid;
  }

  List<String> generate() {
    List<String> flags = new ArrayList<>();
    int count = random.nextInt(10) < 3 ? 0 : random.nextInt(4);
    for (int i = 0; i < count; i++) {
      flags.add(COMMON.get(random.nextInt(COMMON.size())));
    }
    if (!valid && random.nextInt(4) == 0) {
      flags.add(RARE.get(random.nextInt(RARE.size())));
    }
    return flags;
  }
}
