package org.qopt.ir.type;

/** {@code none}: a type with a single value. */
public record NoneType() implements Type {
  /** The one none type. */
  public static final NoneType NONE = new NoneType();

  @Override
  public String toString() {
    return "none";
  }
}
