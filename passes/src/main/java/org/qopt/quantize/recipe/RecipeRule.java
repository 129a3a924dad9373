package org.qopt.quantize.recipe;

import com.google.common.collect.ImmutableList;
import org.qopt.ir.location.Location;

/**
 * One rule of a recipe.
 *
 * @param number its position in the recipe, counted from 1
 * @param location where it stands
 * @param selector which values it is about
 * @param settings what it asks for, at most one of each kind
 */
public record RecipeRule(
    int number, Location location, Selector selector, ImmutableList<Asked> settings) {
  /**
   * A setting in a file.
   *
   * @param setting what is asked for
   * @param location where it stands
   */
  public record Asked(Setting setting, Location location) {}

  @Override
  public String toString() {
    return "rule " + number;
  }
}
