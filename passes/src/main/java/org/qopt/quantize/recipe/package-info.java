/**
 * Recipes: what users ask for beyond a target's profile, value by value. A {@link
 * org.qopt.quantize.recipe.Recipe} is a list of rules; later ones win.
 */
package org.qopt.quantize.recipe;
