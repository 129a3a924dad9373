package bad;

/** Is compiled, and left out of the jar. */
public final class Gone {}
