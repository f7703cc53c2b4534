using CsCheck;
using ZooInfra.Contracts.Firewall;

namespace ZooInfra.Contracts.Tests.Firewall;

public sealed class IntervalSetTests
{
    // Small numbers on both sides of the 64-bit border, and the largest ones.
    private static readonly ulong[] Line = [.. Enumerable.Range(0, 24).Select(i => (ulong)i)];

    private static readonly Gen<bool[]> Members = Gen.Bool.Array[Line.Length];

    [Fact]
    public void Set_operations_agree_with_those_on_single_numbers()
        => Gen.Select(Members, Members).Sample((a, b) =>
        {
            var (x, y) = (Set(a), Set(b));
            Assert.Equal(a.Zip(b, (m, n) => m || n), Read(x.Union(y)));
            Assert.Equal(a.Zip(b, (m, n) => m && n), Read(x.Intersect(y)));
            Assert.Equal(a.Zip(b, (m, n) => m && !n), Read(x.Except(y)));
            Assert.Equal(a.Zip(b).Any(pair => pair is (true, true)), x.Overlaps(y));
            Assert.Equal(a.Zip(b).All(pair => pair is not (false, true)), x.Covers(y));
            Assert.Equal(x, x.Intersect(y).Union(x.Except(y)));
        });

    [Fact]
    public void Intervals_are_kept_apart_and_ascending()
        => Members.Sample(a =>
        {
            var intervals = Set(a).Intervals;
            for (var i = 1; i < intervals.Count; i++)
            {
                Assert.True(intervals[i - 1].Last.Next < intervals[i].First);
            }
        });

    [Fact]
    public void The_whole_line_without_a_part_is_the_rest()
    {
        var part = IntervalSet.Of(new Interval(new(0, 0), new(0, ulong.MaxValue)));
        Assert.Equal([new Interval(new(1, 0), Number128.Max)], IntervalSet.All.Except(part).Intervals);
        Assert.Equal(IntervalSet.All, IntervalSet.All.Except(part).Union(part));
        Assert.True(IntervalSet.All.Except(IntervalSet.All).IsEmpty);
    }

    // The border between the lower and the upper 64 bits lies in the middle of the line; its last number is the largest of all.
    private static Number128 Number(int i) => i == Line.Length - 1 ? Number128.Max : i < 12 ? new(0, ulong.MaxValue - 11 + Line[i]) : new(1, Line[i] - 12);

    private static IntervalSet Set(bool[] members) => IntervalSet.Of(members.Select((member, i) => (member, i)).Where(pair => pair.member).Select(pair => new Interval(Number(pair.i), Number(pair.i))));

    private static bool[] Read(IntervalSet set) => [.. Line.Select((_, i) => set.Contains(Number(i)))];
}
