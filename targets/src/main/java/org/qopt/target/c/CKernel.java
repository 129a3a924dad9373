package org.qopt.target.c;

import com.google.common.collect.ImmutableMap;
import java.util.Map;

/**
 * A function that programs call, as a file of C in the folder {@code kernels} beside a class.
 *
 * <p>A line {@code #include "other.c"} names another kernel that it uses, of the same folder or of
 * this package's, and {@code // NAME=VALUE} behind it another value for one of its parameters;
 * {@code $NAME} stands for the value of a parameter, in the file as in its name.
 *
 * @param room the class whose folder it is in
 * @param name the name of the file, and of the function once parameters are put in
 * @param parameters what stands for each parameter
 */
public record CKernel(Class<?> room, String name, ImmutableMap<String, String> parameters) {
  /** {@return a kernel without parameters} */
  public static CKernel of(Class<?> room, String name) {
    return new CKernel(room, name, ImmutableMap.of());
  }

  /** {@return the name of the function that is called} */
  public String function() {
    return fill(name);
  }

  /** {@return {@code text} with the values of the parameters put in} */
  String fill(String text) {
    String result = text;
    for (Map.Entry<String, String> parameter : parameters.entrySet()) {
      result = result.replace("$" + parameter.getKey(), parameter.getValue());
    }
    return result;
  }
}
