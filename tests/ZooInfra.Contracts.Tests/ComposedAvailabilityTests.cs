using CsCheck;

namespace ZooInfra.Contracts.Tests;

public sealed class ComposedAvailabilityTests
{
    private static readonly string?[] Groups = [null, null, "a", "b"];

    private static readonly Gen<Dependency> GenDependency =
        from parts in Gen.Int[1, 1_000_000]
        from unknown in Gen.Int[0, 9]
        from redundancy in Gen.Int[0, Groups.Length - 1]
        select new Dependency("", "d", unknown == 0 ? null : new Availability(parts), Groups[redundancy], null);

    [Theory]
    [InlineData(4, 999_500, "99.80014995", "99.8001")]
    [InlineData(5, 999_000, "99.50099900", "99.5009")]
    [InlineData(1, 999_900, "99.99", "99.99")]
    public void Dependencies_in_series_multiply(int count, int parts, string product, string honest)
    {
        var composed = ComposedAvailability.Of(new(Enumerable.Repeat(Of(parts), count)));

        Assert.Equal(product.TrimEnd('0'), composed.ToString());
        Assert.Equal(honest, composed.Honest.ToString());
    }

    [Fact]
    public void What_stands_in_for_each_other_fails_only_together()
        => Assert.Equal("99.9999", ComposedAvailability.Of(new([Of(999_000, "lines"), Of(999_000, "lines")])).ToString());

    [Fact]
    public void What_is_down_almost_always_leaves_nothing_to_promise()
        => Assert.Null(ComposedAvailability.Of(new(Enumerable.Repeat(Of(1), 3))).Honest);

    [Fact]
    public void The_honest_promise_is_not_above_it_and_the_next_is()
        => GenDependency.Array[0, 12].Sample(dependencies =>
        {
            var composed = ComposedAvailability.Of(new(dependencies));
            var honest = composed.Honest?.PartsPerMillion ?? 0;
            Assert.True(honest == 0 || !composed.IsBelow(new(honest)));
            Assert.True(honest == 1_000_000 || composed.IsBelow(new(honest + 1)));
        });

    [Fact]
    public void The_order_does_not_matter_and_one_more_in_series_never_helps()
        => Gen.Select(GenDependency.Array[0, 8], Gen.Int[1, 1_000_000]).Sample((dependencies, parts) =>
        {
            var composed = ComposedAvailability.Of(new(dependencies));
            var reversed = ComposedAvailability.Of(new(dependencies.Reverse()));
            var longer = ComposedAvailability.Of(new([.. dependencies, Of(parts)]));
            Assert.Equal(composed.Up * reversed.Whole, reversed.Up * composed.Whole);
            Assert.True(longer.Up * composed.Whole <= composed.Up * longer.Whole);
        });

    [Fact]
    public void One_more_in_a_group_never_hurts()
        => Gen.Select(GenDependency.Array[0, 8], Gen.Int[1, 1_000_000]).Sample((dependencies, parts) =>
        {
            var alone = ComposedAvailability.Of(new([.. dependencies, Of(500_000, "a")]));
            var backed = ComposedAvailability.Of(new([.. dependencies, Of(500_000, "a"), Of(parts, "a")]));
            Assert.True(backed.Up * alone.Whole >= alone.Up * backed.Whole);
        });

    [Fact]
    public void An_unknown_dependency_counts_as_always_there()
        => Assert.Equal("99.5", ComposedAvailability.Of(new([Of(995_000), Of(null), Of(900_000, "a"), Of(null, "a")])).ToString());

    private static Dependency Of(int? parts, string? redundancy = null) => new("", "d", parts is { } known ? new Availability(known) : null, redundancy, null);
}
