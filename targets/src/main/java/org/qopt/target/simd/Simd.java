package org.qopt.target.simd;

/** Whether vector instructions can be used. */
public final class Simd {
  private static final boolean AVAILABLE =
      ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();

  private Simd() {}

  /** {@return whether the JVM was started with the module of vector instructions} */
  public static boolean isAvailable() {
    return AVAILABLE;
  }
}
