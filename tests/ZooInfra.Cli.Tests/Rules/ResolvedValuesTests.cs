using System.Collections.Immutable;
using Pulumi;
using Pulumi.Utilities;
using ZooInfra.Contracts;
using ZooInfra.Contracts.Components;
using ZooInfra.Contracts.Identity;
using ZooInfra.Dns;
using ZooInfra.Firewalls;
using ZooInfra.Rules;

namespace ZooInfra.Cli.Tests.Rules;

/// <summary>What components were given is read into the shapes that the analyzers read from source.</summary>
public sealed class ResolvedValuesTests
{
    private static readonly PlanPlace Place = new("urn", "args", false);

    public static TheoryData<object?, string> Values => new()
    {
        { null, "-" },
        { "text", "text" },
        { 7, "7" },
        { 2.5, "2.5" },
        { true, "True" },
        { FirewallAction.Deny, "Deny" },
        { new DateOnly(2027, 3, 31), "System.DateOnly(year: 2027, month: 3, day: 31)" },
        { TimeSpan.FromMinutes(5), "System.TimeSpan.FromSeconds(seconds: 300)" },
        { new[] { "a", "b" }, "[a, b]" },
        { default(ImmutableArray<string>), "[]" },
        { new EquatableArray<string>(["a"]), "[a]" },
        { ("email", "mail"), "System.ValueTuple(Item1: email, Item2: mail)" },
        { new Dictionary<string, int>(StringComparer.Ordinal) { ["a"] = 1 }, "System.Collections.Generic.Dictionary(a: 1)" },
        { DnsRecord.A("www", "192.0.2.1").WithTtl(60), "ZooInfra.Dns.DnsRecord.A(name: www, addresses: [192.0.2.1], Ttl: 60)" },
        { DnsRecord.Mx("@", 10, "mail.acme.example"), "ZooInfra.Dns.DnsRecord.Mx(name: @, preference: 10, host: mail.acme.example, Ttl: -)" },
        { DnsRecord.Dmarc(new(DmarcAction.Reject)), "ZooInfra.Dns.DnsRecord.Dmarc(policy: ZooInfra.Dns.DmarcPolicy(Action: Reject, Subdomains: -, Reports: [], FailureReports: [], StrictDkim: False, StrictSpf: False), domain: @, Ttl: -)" },
        { FirewallNatArgs.Masquerade("hide", "wan", "10.0.0.0/8"), "ZooInfra.Firewalls.FirewallNatArgs.Masquerade(name: hide, toZone: wan, network: 10.0.0.0/8)" },
        { new UserAccount("ana", "uid=ana", null), "ZooInfra.Contracts.Identity.UserAccount(Name: ana, DistinguishedName: uid=ana, Holder: -)" },
        { (Input<string>)"plain", "plain" },
        { (Input<string>)OutputUtilities.CreateUnknown(""), "?" },
        { Output.Create(new[] { 1, 2 }), "[1, 2]" },
        { new InputList<string> { "a", OutputUtilities.CreateUnknown("") }, "[a, ?]" },
        { (InputList<string>)OutputUtilities.CreateUnknown<ImmutableArray<string>>(["a"]), "?" },
        { new InputMap<int> { { "a", 1 } }, "Pulumi.InputMap(a: 1)" },
        { (InputUnion<string, int>)7, "7" },
        { Output.Create(Task.FromException<string>(new InvalidOperationException("it failed"))), "?" },
        { Enumerable.Range(0, int.MaxValue).Select(number => number), "?" },
        { new Uri("https://acme.example"), "?" },
    };

    [Theory]
    [MemberData(nameof(Values), DisableDiscoveryEnumeration = true)]
    public void A_value_has_the_shape_that_source_has(object? value, string expected)
        => Assert.Equal(expected, Read(value).ToString());

    [Fact]
    public void A_secret_marks_itself_and_all_that_is_in_it()
    {
        var node = Read(new InputList<string> { "a", Output.CreateSecret("b") });
        Assert.All(node.Items, item => Assert.True(((PlanPlace)item.Origin!).IsSecret));
        Assert.False(((PlanPlace)Read(new List<Input<string>> { "a", Output.CreateSecret("b") }).Items[0].Origin!).IsSecret);
    }

    [Fact]
    public void An_object_that_contains_itself_ends()
    {
        var loop = new Loop();
        loop.Next = loop;
        Assert.Equal(FactNodeKind.Object, Read(loop).Kind);
    }

    [Fact]
    public void A_property_that_throws_is_not_known()
        => Assert.Equal("ZooInfra.Cli.Tests.Rules.ResolvedValuesTests.Thrower(Fine: 1, Broken: ?)", Read(new Thrower()).ToString());

    [Fact]
    public async Task A_list_that_changes_later_is_read_as_it_was()
    {
        var later = new TaskCompletionSource<string>();
        var records = new List<DnsRecord> { DnsRecord.Txt("@", Output.Create(later.Task)), DnsRecord.A("www", "192.0.2.1") };
        var reading = ResolvedValues.ReadAsync(records, Place);
        records.Clear();
        later.SetResult("text");

        Assert.Equal(2, (await reading).Items.Count);
    }

    private static FactNode Read(object? value) => Judged.Known(ResolvedValues.ReadAsync(value, Place));

    private sealed class Loop
    {
        public Loop? Next { get; set; }
    }

    private sealed class Thrower
    {
        public int Fine { get; } = 1;

        public string Broken => Fine == 1 ? throw new InvalidOperationException("broken") : "";
    }
}
