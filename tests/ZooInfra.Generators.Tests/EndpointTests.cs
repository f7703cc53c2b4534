namespace ZooInfra.Generators.Tests;

public sealed class EndpointTests
{
    [Fact]
    public void Sla_is_availability_and_response_and_typed_json()
    {
        using var program = new LoadedProject(new TestProject(Source.Acme));

        var sla = program.Endpoint("sla")!.Value;
        Assert.Equal("99.99 / 5m", sla.Text);
        Assert.Equal("""{"availability":99.99,"response":"5m","response_seconds":300,"window_accounting":"excluded","clause":"MSA 4.2"}""", sla.Json);
        Assert.Matches("^\"[0-9a-f]{32}\"$", sla.TextTag);
        Assert.Matches("^\"[0-9a-f]{32}\"$", sla.JsonTag);
        Assert.NotEqual(sla.TextTag, sla.JsonTag);
    }

    [Fact]
    public void Billing_model_is_its_name()
    {
        using var program = new LoadedProject(new TestProject(Source.Acme));

        var billing = program.Endpoint("billing_model")!.Value;
        Assert.Equal("per-seat", billing.Text);
        Assert.Equal("""{"billing_model":"per-seat"}""", billing.Json);
    }

    [Fact]
    public void Fact_that_was_not_stated_has_no_endpoint()
    {
        using var program = new LoadedProject(new TestProject(Source.Client("[Sla(Clause = \"MSA\")]")));

        Assert.Null(program.Endpoint("sla"));
        Assert.Null(program.Endpoint("billing_model"));
    }

    [Theory]
    [InlineData("[Sla(100)]", "100", """{"availability":100}""")]
    [InlineData("[Sla(99.5, Recovery = \"4h\")]", "99.5", """{"availability":99.5,"recovery":"4h","recovery_seconds":14400}""")]
    [InlineData("[Sla(Response = \"90s\")]", "1m30s", """{"response":"1m30s","response_seconds":90}""")]
    [InlineData("[Sla(Recovery = \"1d\")]", "recovery 1d", """{"recovery":"1d","recovery_seconds":86400}""")]
    public void Sla_says_what_was_promised_and_no_more(string attribute, string text, string json)
    {
        using var program = new LoadedProject(new TestProject(Source.Client(attribute)));

        var sla = program.Endpoint("sla")!.Value;
        Assert.Equal((text, json), (sla.Text, sla.Json));
    }

    [Fact]
    public async Task Client_runs_its_own_stack()
    {
        using var program = new LoadedProject(new TestProject(Source.Acme));

        Assert.Equal(0, await LoadedProject.Get<Func<Task<int>>>(program.Client(), "RunAsync")());
        Assert.Equal("Stacks.AcmeCorp", program.ZooInfra.GetType("Pulumi.Deployment")!.GetProperty("Ran")!.GetValue(null));
    }
}
