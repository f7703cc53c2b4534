using ZooInfra.Protocol;
using ZooInfra.Protocol.Providers;

namespace ZooInfra.Provider.Tests.Dns;

public sealed class DiffTests
{
    private static readonly PropertyMap Www = Given.SetInputs("www", "A", "192.0.2.1", "192.0.2.2");

    [Fact]
    public async Task Order_spelling_and_secretness_are_no_change()
    {
        var old = Given.SetInputs("@", "MX", "10 a.acme.example", "20 b.acme.example");
        var same = Given.SetInputs("@", "MX").With("records", PropertyValue.Secret(Given.Texts("20 B.acme.example.", "10 A.ACME.example")));

        Assert.Empty((await DiffAsync(old, same)).Changes);
    }

    [Theory]
    [InlineData("zone", "other.example", true, false)]
    [InlineData("name", "web", true, false)]
    [InlineData("type", "TXT", true, true)]
    public async Task Identity_is_replaced(string input, string value, bool replaces, bool deleteFirst)
    {
        var diff = await DiffAsync(Www, Www.With(input, PropertyValue.Of(value)));

        Assert.Equal(replaces, diff.Changes[input].Replaces);
        Assert.Equal(deleteFirst, diff.DeleteBeforeReplace);
    }

    [Fact]
    public async Task A_ttl_comes_changes_and_goes_in_place()
    {
        var with = Www.With("ttl", PropertyValue.Of(60));

        Assert.Equal(new(ChangeKind.Add, false, true), (await DiffAsync(Www, with)).Changes["ttl"]);
        Assert.Equal(new(ChangeKind.Update, false, true), (await DiffAsync(with, Www.With("ttl", PropertyValue.Of(61)))).Changes["ttl"]);
        Assert.Equal(new(ChangeKind.Delete, false, true), (await DiffAsync(with, Www)).Changes["ttl"]);
    }

    [Fact]
    public async Task Records_are_compared_one_by_one()
    {
        var changed = await DiffAsync(Www, Given.SetInputs("www", "A", "192.0.2.9", "192.0.2.2", "192.0.2.3"));
        Assert.Equal(["records[0]", "records[2]"], changed.Changes.Keys);
        Assert.Equal([ChangeKind.Update, ChangeKind.Add], changed.Changes.Values.Select(change => change.Kind));

        var gone = await DiffAsync(Www, Given.SetInputs("www", "A", "192.0.2.2"));
        Assert.Equal(new(ChangeKind.Delete, false, true), Assert.Single(gone.Changes).Value);
    }

    [Fact]
    public async Task An_unknown_record_is_a_change()
    {
        var diff = await DiffAsync(Www, Www.With("records", PropertyValue.Of(PropertyValue.Of("192.0.2.1"), PropertyValue.Unknown)));

        Assert.Equal(["records[1]"], diff.Changes.Keys);
        Assert.False(diff.Replaces);
    }

    [Fact]
    public async Task A_zone_changes_in_place_except_its_name()
    {
        using var folder = new TempFolder();
        var provider = await Given.ProviderAsync(folder);
        var old = Given.ZoneInputs("acme.example", "a.dns.example", "b.dns.example");

        Assert.Empty((await provider.DiffAsync(Given.Zone, "acme.example", old, old.With("contact", PropertyValue.Of("hostmaster@acme.example")))).Changes);
        Assert.True((await provider.DiffAsync(Given.Zone, "acme.example", old, old.With("name", PropertyValue.Of("beta.example")))).Changes["name"].Replaces);

        var more = await provider.DiffAsync(Given.Zone, "acme.example", old, old.With("nameServers", Given.Texts("a.dns.example", "b.dns.example", "c.dns.example")));
        Assert.Equal(["nameServers[2]"], more.Changes.Keys);
        Assert.False(more.Replaces);
    }

    private static async Task<DiffResult> DiffAsync(PropertyMap old, PropertyMap wanted)
    {
        using var folder = new TempFolder();
        return await (await Given.ProviderAsync(folder)).DiffAsync(Given.RecordSet, "acme.example/www/A", old, WithRecordsFor(wanted));
    }

    private static PropertyMap WithRecordsFor(PropertyMap inputs)
        => inputs["type"] == PropertyValue.Of("TXT") ? inputs.With("records", Given.Texts("text")) : inputs;

    [Fact]
    public async Task A_change_that_only_the_outputs_show_says_so()
    {
        using var folder = new TempFolder();
        var provider = await Given.ProviderAsync(folder);
        var inputs = (await Given.CheckAsync(Given.RecordSet, Www)).Inputs;

        var drifted = await provider.DiffAsync(new(Given.Urn(Given.RecordSet), "acme.example/www/A", inputs, inputs.With("ttl", PropertyValue.Of(5)), inputs), default);

        Assert.Equal(new(ChangeKind.Delete, false, InputDiff: false), drifted.Changes["ttl"]);
    }
}
