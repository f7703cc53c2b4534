namespace ZooInfra.Api.Tests;

public sealed class PlatformTests
{
    [Fact]
    public void Clients_are_in_ordinal_order()
        => Assert.Equal(["B", "a", "a_1"], new Platform(Clients.Client("a_1", "x"), Clients.Client("a", "x"), Clients.Client("B", "x")).Clients.Select(client => client.Id));

    [Fact]
    public void Two_clients_with_one_id_are_refused_with_both_names()
    {
        var e = Assert.Throws<ArgumentException>(() => new Platform(Clients.Client("acme", "Acme East"), Clients.Client("ACME", "Acme West")));

        Assert.Contains("Acme West and Acme East", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Client_is_found_by_its_exact_id()
    {
        Assert.Equal("biggov", Clients.Platform.Find("biggov")!.Id);
        Assert.Null(Clients.Platform.Find("BigGov"));
    }
}
