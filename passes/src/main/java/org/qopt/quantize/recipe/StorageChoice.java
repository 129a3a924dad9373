package org.qopt.quantize.recipe;

import java.util.Optional;
import org.qopt.dialect.bfp.BlockType;
import org.qopt.dialect.bfp.Exponents;
import org.qopt.dialect.bfp.Sharing;
import org.qopt.dialect.bfp.Sharing.PerBlock;
import org.qopt.dialect.bfp.Sharing.PerChannel;
import org.qopt.dialect.bfp.Sharing.PerTensor;
import org.qopt.quantize.NumberFormat;
import org.qopt.quantize.recipe.Selector.Role;
import org.qopt.quantize.recipe.Setting.Exponent;
import org.qopt.quantize.recipe.Setting.KeepFloat;
import org.qopt.quantize.recipe.Setting.Range;
import org.qopt.quantize.recipe.Setting.Rounded;
import org.qopt.quantize.recipe.Setting.Saturated;
import org.qopt.quantize.recipe.Setting.Scale;
import org.qopt.quantize.recipe.Setting.Shared;
import org.qopt.quantize.recipe.Setting.Storage;

/** From how a profile stores numbers to how a recipe wants them stored. */
public final class StorageChoice {
  private final Role role;
  private final Settings settings;

  private StorageChoice(Role role, Settings settings) {
    this.role = role;
    this.settings = settings;
  }

  /**
   * {@return {@code own} as {@code settings} change it}
   *
   * @throws RefusedSetting if numbers of that form cannot be stored so
   */
  public static NumberFormat of(NumberFormat own, Role role, Settings settings) {
    if (settings.isEmpty()) {
      return own;
    }
    StorageChoice choice = new StorageChoice(role, settings);
    choice.checkRange();
    return switch (own) {
      case NumberFormat.Affine affine -> choice.of(affine);
      case NumberFormat.Block block -> choice.of(block);
    };
  }

  private void checkRange() {
    if (role == Role.WEIGHT) {
      refuse(Range.class, "weights have the range of their elements", "leave 'range' out");
    }
  }

  private NumberFormat of(NumberFormat.Affine own) {
    for (Settings.Chosen chosen : settings.all()) {
      switch (chosen.asked().setting()) {
        case KeepFloat _, Range _ -> {}
        case Storage(int bits) -> {
          if (bits != own.storage().width()) {
            throw new RefusedSetting(
                chosen,
                "it stores them in i" + own.storage().width(),
                "storage = \"i%d\"".formatted(own.storage().width()));
          }
        }
        case Shared(PerTensor _) -> {}
        case Shared(PerChannel _) when role == Role.WEIGHT -> {}
        case Shared _ ->
            throw new RefusedSetting(
                chosen,
                "scales are shared by the tensor" + (role == Role.WEIGHT ? " or by channel" : ""),
                "sharing = \"%s\"".formatted(role == Role.WEIGHT ? "channel" : "tensor"));
        case Exponent _, Rounded _, Saturated _, Scale _ ->
            throw new RefusedSetting(
                chosen,
                "its numbers have scales and zero points, not exponents",
                "a profile of block floating point, or a rule without it");
      }
    }
    boolean whole =
        settings
            .find(Shared.class)
            .map(shared -> shared.sharing() instanceof PerTensor)
            .orElse(own.whole());
    return new NumberFormat.Affine(own.storage(), whole);
  }

  private NumberFormat of(NumberFormat.Block own) {
    BlockType type = own.type();
    Sharing sharing = settings.find(Shared.class).map(Shared::sharing).orElse(type.sharing());
    Optional<Exponents> wanted =
        settings
            .find(Exponent.class)
            .map(e -> e.dynamic() ? Exponents.DYNAMIC : Exponents.UNDECIDED);
    Exponents exponents = wanted.orElse(type.exponents());
    if (role == Role.ACTIVATION && sharing instanceof PerChannel) {
      refuse(
          Shared.class,
          "exponents of activations are shared by tensor or block",
          "sharing = \"tensor\"");
    }
    if (sharing instanceof PerBlock && !(exponents instanceof Exponents.Dynamic)) {
      String nearest = "exponents = \"dynamic\" with it, or sharing = \"tensor\"";
      refuse(Exponent.class, "exponents of blocks are dynamic", nearest);
      refuse(Shared.class, "exponents of blocks are dynamic", nearest);
    }
    if (sharing instanceof PerChannel && exponents instanceof Exponents.Dynamic) {
      String nearest = "exponents = \"static\" with it, or sharing = \"tensor\"";
      refuse(Exponent.class, "exponents of channels are static", nearest);
      refuse(Shared.class, "exponents of channels are static", nearest);
    }
    if (exponents instanceof Exponents.Dynamic) {
      refuse(
          Range.class, "dynamic exponents follow from no range", "exponents = \"static\" with it");
    }
    return new NumberFormat.Block(
        new BlockType(
            settings.find(Storage.class).map(Storage::bits).orElse(type.bits()),
            sharing,
            exponents,
            settings.find(Rounded.class).map(Rounded::rounding).orElse(type.rounding()),
            settings.find(Saturated.class).map(Saturated::saturation).orElse(type.saturation()),
            settings.find(Scale.class).map(Scale::choice).orElse(type.scale())));
  }

  private void refuse(Class<? extends Setting> kind, String reason, String nearest) {
    settings
        .chosen(kind)
        .ifPresent(
            chosen -> {
              throw new RefusedSetting(chosen, reason, nearest);
            });
  }
}
