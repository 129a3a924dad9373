package org.qopt.parser.qir;

import org.qopt.ir.Dialects;

/** All that is known while one text is read. */
record Reading(
    SourceFile source,
    Dialects dialects,
    ReadOptions options,
    Problems problems,
    Aliases aliases,
    KnownTexts texts,
    Dictionaries dictionaries,
    TypeReader types,
    AttributeReader attributes,
    LocationReader locations,
    Resources resources) {

  static Reading of(
      SourceFile source, Dialects dialects, ReadOptions options, Resources resources) {
    Aliases aliases = new Aliases();
    return new Reading(
        source,
        dialects,
        options,
        new Problems(),
        aliases,
        new KnownTexts(source, aliases),
        new Dictionaries(source),
        new TypeReader(source, dialects, options, aliases),
        new AttributeReader(source, dialects, options, aliases),
        new LocationReader(source, aliases),
        resources);
  }
}
