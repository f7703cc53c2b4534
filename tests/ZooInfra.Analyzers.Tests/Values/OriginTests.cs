namespace ZooInfra.Analyzers.Tests.Values;

/// <summary>A value's place is where the author of the client would change it.</summary>
public sealed class OriginTests
{
    [Theory]
    [InlineData("public Acme() => new Probe<int>([|5|]);")]
    [InlineData("public Acme() => new Probe<int>(value: [|5|]);")]
    [InlineData("public Acme() => new Probe<Input<int>>([|5|]);")]
    [InlineData("public Acme() => new Probe<int>([|2 + 3|]);")]
    [InlineData("public Acme() => new Probe<string>([|$\"a{4}\"|]);")]
    [InlineData("public Acme() => new Probe<DnsZoneArgs>([|new() { Ttl = 5 }|]);")]
    [InlineData("public Acme() { var args = [|new DnsZoneArgs()|]; new Probe<DnsZoneArgs>(args); }")]
    [InlineData("public Acme() { var ttl = [|5|]; new Probe<int>(ttl); }")]
    [InlineData("public Acme() => Make([|5|]); void Make(int ttl) => new Probe<int>(ttl);")]
    [InlineData("static readonly int Ttl = [|5|]; public Acme() => new Probe<int>(Ttl);")]
    [InlineData("const int Ttl = 5; public Acme() => new Probe<int>([|Ttl|]);")]
    [InlineData("static int Ttl() => [|5|]; public Acme() => new Probe<int>(Ttl());")]
    [InlineData("public Acme() => new Probe<int[]>([|new[] { 5 }|]);")]
    [InlineData("public Acme() => new Probe<int[]>([|[5]|]);")]
    [InlineData("public Acme() => new Probe<string?>([|null|]);")]
    [InlineData("public Acme() => new Probe<string>([|Environment.MachineName|]);")]
    public void A_value_is_where_it_is_written(string members) => Programs.Marked(Programs.Client(members));

    [Theory]
    [InlineData("Shared.Constant")]
    [InlineData("Shared.Fixed")]
    [InlineData("Shared.Text")]
    [InlineData("Shared.Make()")]
    [InlineData("Shared.List")]
    public void A_value_from_another_class_is_where_the_client_mentions_it(string mention)
    {
        var value = Programs.Marked(
            Programs.Client($"public Acme() => new Probe<object>([|{mention}|]);"),
            "static class Shared { public const int Constant = 5; public static readonly int Fixed = 5; public static string Text => \"5\"; public static int Make() => 5; public static readonly int[] List = [5]; }");

        Assert.Contains(value.ToString(), (string[])["5", "[5]"]);
    }

    [Fact]
    public void An_object_from_another_class_is_where_it_is_made()
        => Programs.Marked(
            Programs.Client("public Acme() => new Probe<DnsZoneArgs>(Shared.Args());"),
            "static class Shared { public static DnsZoneArgs Args() => [|new() { Ttl = 5 }|]; }");

    [Fact]
    public void What_a_client_hands_to_another_class_is_where_the_client_writes_it()
        => Programs.Marked(
            Programs.Client("public Acme() => new Probe<string>(Shared.Same([|\"a\"|]));"),
            "static class Shared { public static string Same(string text) => text; }");

    [Fact]
    public void Members_of_an_initializer_are_where_their_values_stand()
    {
        var source = Programs.Client("public Acme() => new DnsZone(\"z\", new() { Ttl = 60, NameServers = { \"a\" } });");
        var zone = Assert.Single(Programs.Read(source).Components);

        Assert.Equal(
            ["new DnsZone(\"z\", new() { Ttl = 60, NameServers = { \"a\" } })", "60", "{ \"a\" }", "\"a\"", "\"z\""],
            ((ZooInfra.Contracts.Components.FactNode[])[zone, zone["args"]["ttl"], zone["args"]["nameServers"], zone["args"]["nameServers"].Items[0], zone["name"]]).Select(node => node.Origin!.ToString()));
    }
}
