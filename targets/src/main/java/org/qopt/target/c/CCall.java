package org.qopt.target.c;

import com.google.common.collect.ImmutableList;

/**
 * A call of a kernel.
 *
 * @param kernel what is called
 * @param arguments what with
 */
public record CCall(CKernel kernel, ImmutableList<CArgument> arguments) {
  /** {@return a call} */
  public static CCall of(CKernel kernel, CArgument... arguments) {
    return new CCall(kernel, ImmutableList.copyOf(arguments));
  }
}
