namespace ZooInfra.Generators.Tests;

public sealed class OwnEndpointTests
{
    private const string Members = """
        public enum Tier { Unstated, GoldPlus, Basic = 7 }
        public record Place(string City, int Floor);
        public sealed record Rack(string City, int Floor, decimal Power, Tier Tier, Place[] Neighbours) : Place(City, Floor) { public DateOnly? Since { get; init; } internal int Hidden => 1; }
        public readonly record struct Pair(double Left, bool Right);

        [ContractEndpoint("data_residency")] public static string DataResidency => "eu \"north\"\tone";
        [ContractEndpoint("nothing")] internal static string? Missing() => null;
        [ContractEndpoint("seats")] public static int Seats() => 42;
        [ContractEndpoint("many")] public static ulong Many => ulong.MaxValue;
        [ContractEndpoint("small")] public static byte? Small => 7;
        [ContractEndpoint("price")] public static decimal Price => 12.50m;
        [ContractEndpoint("ratio")] public static double Ratio => 0.1;
        [ContractEndpoint("no_number")] public static double NoNumber => double.NaN;
        [ContractEndpoint("live")] public static bool Live => true;
        [ContractEndpoint("tier")] public static Tier Kind => Tier.GoldPlus;
        [ContractEndpoint("odd_tier")] public static Tier? Odd => (Tier)9;
        [ContractEndpoint("day")] public static DateOnly Day => new(2027, 3, 31);
        [ContractEndpoint("noda_day")] public static NodaTime.LocalDate NodaDay => new(2027, 3, 31);
        [ContractEndpoint("instant")] public static DateTimeOffset At => new(2027, 3, 31, 12, 0, 0, TimeSpan.FromHours(2));
        [ContractEndpoint("noda_instant")] public static NodaTime.Instant NodaAt => NodaTime.Instant.FromUtc(2027, 3, 31, 10, 0);
        [ContractEndpoint("regions")] public static IReadOnlyList<string> Regions => ["eu", "us"];
        [ContractEndpoint("numbers")] public static int[]? Numbers => [1, 2];
        [ContractEndpoint("racks")] public static IEnumerable<Rack?> Racks() => [new("Bern", 3, 2.0m, Tier.Basic, [new("Basel", 0)]) { Since = new(2020, 1, 1) }, null];
        [ContractEndpoint("pairs")] public static List<Pair> Pairs => [new(1.5, false)];
        [ContractEndpoint("class")] public static Pair @class => new(2, true);
        """;

    private static readonly string Code = $$"""
        using System;
        using System.Collections.Generic;
        {{Source.Client("", "\"c\"").Replace("{ }", "{\n" + Members + "\n}", StringComparison.Ordinal)}}
        """;

    [Theory]
    [InlineData("data_residency", "eu \"north\" one", "\"eu \\\"north\\\"\\tone\"")]
    [InlineData("nothing", "", "null")]
    [InlineData("seats", "42", "42")]
    [InlineData("many", "18446744073709551615", "18446744073709551615")]
    [InlineData("small", "7", "7")]
    [InlineData("price", "12.5", "12.5")]
    [InlineData("ratio", "0.1", "0.1")]
    [InlineData("no_number", "", "null")]
    [InlineData("live", "true", "true")]
    [InlineData("tier", "gold_plus", "\"gold_plus\"")]
    [InlineData("odd_tier", "9", "\"9\"")]
    [InlineData("day", "2027-03-31", "\"2027-03-31\"")]
    [InlineData("noda_day", "2027-03-31", "\"2027-03-31\"")]
    [InlineData("instant", "2027-03-31T10:00:00Z", "\"2027-03-31T10:00:00Z\"")]
    [InlineData("noda_instant", "2027-03-31T10:00:00Z", "\"2027-03-31T10:00:00Z\"")]
    [InlineData("regions", "eu\nus", "[\"eu\",\"us\"]")]
    [InlineData("numbers", "1\n2", "[1,2]")]
    [InlineData("racks", "Bern\t3\t2\tbasic\tcity=Basel floor=0\t2020-01-01\n", """[{"city":"Bern","floor":3,"power":2,"tier":"basic","neighbours":[{"city":"Basel","floor":0}],"since":"2020-01-01"},null]""")]
    [InlineData("pairs", "1.5\tfalse", """[{"left":1.5,"right":false}]""")]
    [InlineData("class", "left\t2\nright\ttrue", """{"left":2,"right":true}""")]
    public void What_a_member_gives_is_written_by_its_type(string name, string text, string json)
    {
        using var program = new LoadedProject(new TestProject(Code));

        var answer = program.Ask(name);
        Assert.Equal((text, json), (answer.ToText(), answer.ToJson()));
    }

    [Theory]
    [InlineData("[ContractEndpoint(\"sla\")] public static int X => 1;")]
    [InlineData("[ContractEndpoint(\"Data\")] public static int X => 1;")]
    [InlineData("[ContractEndpoint(null!)] public static int X => 1;")]
    [InlineData("[ContractEndpoint(\"x\")] public int X => 1;")]
    [InlineData("[ContractEndpoint(\"x\")] private static int X => 1;")]
    [InlineData("[ContractEndpoint(\"x\")] public static object X => 1;")]
    [InlineData("[ContractEndpoint(\"x\")] public static T X<T>() => default!;")]
    [InlineData("[ContractEndpoint(\"x\")] public static int X(int y) => y;")]
    [InlineData("[ContractEndpoint(\"x\")] public static void X() { }")]
    [InlineData("public record R(R[] Next); [ContractEndpoint(\"x\")] public static R X => new([]);")]
    public void What_cannot_be_served_is_left_out_and_the_rest_is_there(string member)
    {
        using var program = new LoadedProject(new TestProject("#nullable enable\n" + Source.Client("").Replace("{ }", "{ " + member + " }", StringComparison.Ordinal)));

        Assert.Equal(["contract"], program.Names());
    }

    [Fact]
    public void Of_two_members_with_one_name_the_first_serves_it()
    {
        using var program = new LoadedProject(new TestProject(Source.Client("").Replace("{ }", "{ [ContractEndpoint(\"x\")] public static int A => 1; [ContractEndpoint(\"x\")] public static int B => 2; }", StringComparison.Ordinal)));

        Assert.Equal("1", program.Ask("x").ToText());
    }
}
