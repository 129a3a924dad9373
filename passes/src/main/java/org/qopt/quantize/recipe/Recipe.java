package org.qopt.quantize.recipe;

import com.google.common.collect.ImmutableList;

/**
 * What a user asks for beyond a target's profile.
 *
 * @param rules the rules; where two say the same of a value, the later one wins
 */
public record Recipe(ImmutableList<RecipeRule> rules) {
  /** The recipe that leaves everything to the profile. */
  public static final Recipe NONE = new Recipe(ImmutableList.of());
}
