using NodaTime;
using ZooInfra.Contracts;

namespace ZooInfra.Generators.Tests;

public sealed class ContractTests
{
    [Fact]
    public void Contract_of_a_class_has_every_value_exactly()
    {
        using var program = new LoadedProject(new TestProject(Source.Acme));
        var expected = new TenantContract(
            "acme_corp",
            "Acme Corp",
            new(new Availability(999_900), new(Duration.FromMinutes(5)), null, WindowAccounting.Excluded, "MSA 4.2"),
            BillingModel.PerSeat,
            new([new PatchWindow(new([IsoDayOfWeek.Monday, IsoDayOfWeek.Wednesday]), new(2, 0), new(4, 0), "UTC", new(Duration.FromMinutes(10)))]),
            new([new RegimeScope(Regime.Hipaa, 2, "BAA 1")]),
            new([new StoryCard("Move mail", new(["mail", "dns"]), new(["Mail arrives."]), new(Duration.FromMinutes(30)), true, "SOW 7")]));

        Assert.Equal(expected, program.Contract());
        Assert.Equal(expected, program.Assemblies[0].GetType("Stacks.AcmeCorp")!.GetProperty("Contract")!.GetValue(null));
    }

    [Fact]
    public void Contract_of_a_file_is_that_of_the_class_it_is_named_for()
    {
        using var program = new LoadedProject(new TestProject("Clients", "Stacks", [new("/p/contracts/biggov.contract.yaml", Source.BigGovFile)], [Source.BigGov]));

        var contract = program.Contract();
        Assert.Equal("BigGov", contract.Name);
        Assert.Equal("99.99", contract.Sla!.Availability!.Value.ToString());
        Assert.Equal(BillingModel.StaticMrrPlusUsage, contract.Billing);
        Assert.Equal("Mon, Wed 02:00-04:00 UTC", Assert.Single(contract.PatchWindows).ToString());
        Assert.Equal("static_mrr_plus_usage", program.Endpoint("billing_model")!.Value.Text);
    }

    [Fact]
    public void Class_fills_what_its_file_leaves_open()
    {
        var source = Source.Client("""[Sla(Response = "15m", PatchWindows = WindowAccounting.Excluded)]""");
        using var program = new LoadedProject(new TestProject("Clients", "Stacks", [new("c.contract.yaml", "client: C\nsla:\n  availability: 99.9\n")], [source]));

        Assert.Equal("99.9 / 15m", program.Endpoint("sla")!.Value.Text);
    }

    [Theory]
    [InlineData("PT1H30M", "1h30m", 5400)]
    [InlineData("99999d", "99999d", 8639913600)]
    [InlineData("1s", "1s", 1)]
    public void Duration_survives_the_way_into_code(string written, string text, long seconds)
    {
        using var program = new LoadedProject(new TestProject(Source.Client($"[Sla(Response = \"{written}\")]")));

        Assert.Equal(Duration.FromSeconds(seconds), program.Contract().Sla!.Response!.Value.Length);
        Assert.Equal(text, program.Endpoint("sla")!.Value.Text);
    }

    [Fact]
    public void Any_text_survives_the_way_into_code_and_json()
    {
        CsCheck.Check.Sample(
            CsCheck.Gen.String[CsCheck.Gen.Char, 0, 12],
            text =>
            {
                var literal = string.Concat(text.Select(c => $"\\u{(int)c:x4}"));
                using var program = new LoadedProject(new TestProject(Source.Client($"[Sla(99.5, Clause = \"{literal}\")]")));
                // An attribute's text is UTF-8, so half a surrogate pair is lost before the generator sees it, or at the latest on the wire.
                var sent = System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(text));
                Assert.Equal(text, program.Contract().Sla!.Clause);
                using var json = System.Text.Json.JsonDocument.Parse(program.Endpoint("sla")!.Value.Json);
                Assert.Equal(sent, json.RootElement.GetProperty("clause").GetString());
            },
            iter: 40,
            threads: 1);
    }

    [Fact]
    public void Name_is_safe_in_documentation()
    {
        using var program = new LoadedProject(new TestProject(Source.Client("", id: "\"c\", Name = \"A < B & </summary> \\u0001\\u2028\\ud800\"")));

        Assert.Equal("A < B & </summary> \u0001\u2028\ud800", program.Contract().Name);
    }
}
