using Mingce.Rules;

namespace Rules.Tests;

public sealed class QuantitySumTests
{
    [Theory]
    [InlineData(Bound.Exact, Bound.Exact, Bound.Exact)]
    [InlineData(Bound.Exact, Bound.Over, Bound.Over)]
    [InlineData(Bound.Over, Bound.Over, Bound.Over)]
    [InlineData(Bound.Exact, Bound.Under, Bound.Under)]
    [InlineData(Bound.Under, Bound.Under, Bound.Under)]
    [InlineData(Bound.Exact, Bound.About, Bound.About)]
    [InlineData(Bound.Over, Bound.About, Bound.About)]
    [InlineData(Bound.Over, Bound.Under, Bound.About)]
    [InlineData(Bound.Under, Bound.About, Bound.About)]
    public void Of_TwoBounds_ClaimsNoMoreThanItsParts(Bound left, Bound right, Bound sum)
    {
        QuantitySum.Of([new(20, "人", left), new(12, "人", right)]).ShouldBe(new Quantity(32, "人", sum));
        QuantitySum.Of([new(12, "人", right), new(20, "人", left)]).ShouldBe(new Quantity(32, "人", sum));
    }

    [Fact]
    public void Of_UnlikeUnitsOrNothing_IsRefused()
    {
        Should.Throw<ArgumentException>(() => QuantitySum.Of([new(1, "元"), new(1, "人")]));
        Should.Throw<ArgumentException>(() => QuantitySum.Of([]));
    }
}
