using System.Net;
using System.Text.Json;

namespace ZooInfra.Api.Tests;

public sealed class ContractRoutesTests(RunningHost host) : IClassFixture<RunningHost>
{
    private const string Text = "text/plain; charset=utf-8";
    private const string Json = "application/json";
    private const string ProblemJson = "application/problem+json";

    [Theory]
    [InlineData("/client/acme_corp/sla", null, Text, "99.99 / 5m")]
    [InlineData("/client/acme_corp/sla", "*/*", Text, "99.99 / 5m")]
    [InlineData("/client/acme_corp/sla", "application/json", Json, Clients.SlaJson)]
    [InlineData("/client/acme_corp/billing_model", null, Text, "per-seat")]
    [InlineData("/client/acme_corp/billing_model", "application/json", Json, """{"billing_model":"per-seat"}""")]
    [InlineData("/client/biggov/billing_model", null, Text, "static_mrr_plus_usage")]
    [InlineData("/client/biggov/billing_model", "application/json", Json, """{"billing_model":"static_mrr_plus_usage"}""")]
    public async Task Fact_is_served_as_asked(string path, string? accept, string type, string body)
    {
        var answer = await host.GetAsync(path, accept);

        Assert.Equal((HttpStatusCode.OK, type, body), (answer.Status, answer.Type, answer.Body));
        Assert.Equal(("max-age=3600, private", "Accept, Authorization, X-Api-Key"), (answer.Headers["Cache-Control"], answer.Headers["Vary"]));
    }

    [Theory]
    [InlineData("text/*", Text)]
    [InlineData("application/*", Json)]
    [InlineData("APPLICATION/JSON", Json)]
    [InlineData("application/json; charset=utf-8", Json)]
    [InlineData("text/plain, application/json", Text)]
    [InlineData("application/json, text/plain", Json)]
    [InlineData("application/json, text/plain, */*", Json)]
    [InlineData("*/*, application/json", Json)]
    [InlineData("application/json;q=0.5, text/plain", Text)]
    [InlineData("text/plain;q=0.1, application/json;q=0.2", Json)]
    [InlineData("text/plain;q=0, */*", Json)]
    [InlineData("application/json;q=0, */*;q=0.1", Text)]
    [InlineData("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", Text)]
    [InlineData("*", Text)]
    [InlineData(";;;", Text)]
    [InlineData("", Text)]
    public async Task Accept_decides(string accept, string type) => Assert.Equal(type, (await host.GetAsync("/client/acme_corp/sla", accept)).Type);

    [Theory]
    [InlineData("image/png")]
    [InlineData("text/html")]
    [InlineData("text/plain;q=0")]
    [InlineData("*/*;q=0")]
    [InlineData("text/plain;charset=utf-16")]
    [InlineData("application/json;version=2")]
    public async Task Nothing_acceptable_is_406(string accept)
    {
        var answer = await host.GetAsync("/client/acme_corp/sla", accept);

        AssertProblem(answer, HttpStatusCode.NotAcceptable, "This is served as text/plain and application/json; ask for one of them in Accept.", "/client/acme_corp/sla");
        Assert.Equal("Accept, Authorization, X-Api-Key", answer.Headers["Vary"]);
    }

    [Theory]
    [InlineData("text/plain", "\"acme_corp-sla-text\"", true)]
    [InlineData("text/plain", "W/\"acme_corp-sla-text\"", true)]
    [InlineData("text/plain", "\"x\", \"acme_corp-sla-text\"", true)]
    [InlineData("text/plain", "*", true)]
    [InlineData("application/json", "\"acme_corp-sla-json\"", true)]
    [InlineData("application/json", "\"acme_corp-sla-text\"", false)]
    [InlineData("text/plain", "\"other\"", false)]
    [InlineData("text/plain", "not a tag", false)]
    public async Task Known_entity_tag_is_304(string accept, string tag, bool known)
    {
        var answer = await host.SendAsync(HttpMethod.Get, "/client/acme_corp/sla", ("Accept", accept), ("If-None-Match", tag));

        Assert.Equal(known ? HttpStatusCode.NotModified : HttpStatusCode.OK, answer.Status);
        Assert.Equal(known, answer.Body.Length == 0);
        Assert.Equal(accept == "text/plain" ? "\"acme_corp-sla-text\"" : "\"acme_corp-sla-json\"", answer.Headers["ETag"]);
        Assert.Equal(("max-age=3600, private", "Accept, Authorization, X-Api-Key"), (answer.Headers["Cache-Control"], answer.Headers["Vary"]));
    }

    [Theory]
    [InlineData("/client")]
    [InlineData("/client/acme_corp")]
    [InlineData("/client/acme_corp/sla")]
    [InlineData("/client/nobody")]
    [InlineData("/health/live")]
    public async Task Head_says_what_get_would_say_without_the_body(string path)
    {
        var get = await host.GetAsync(path);
        var head = await host.SendAsync(HttpMethod.Head, path);

        Assert.Equal((get.Status, get.Type, get.Length, ""), (head.Status, head.Type, head.Length, head.Body));
        Assert.Equal(get.Headers.GetValueOrDefault("ETag"), head.Headers.GetValueOrDefault("ETag"));
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("PATCH")]
    [InlineData("DELETE")]
    [InlineData("OPTIONS")]
    [InlineData("BREW")]
    public async Task Any_other_method_is_405(string method)
    {
        var answer = await host.SendAsync(new(method), "/client/acme_corp/sla");

        AssertProblem(answer, HttpStatusCode.MethodNotAllowed, $"Contracts are read here, not changed; use GET or HEAD, not '{method}'.", "/client/acme_corp/sla");
        Assert.Equal("GET, HEAD", answer.Headers["Allow"]);
    }

    [Theory]
    [InlineData("/client/acme_crop", "There is no client 'acme_crop'. Did you mean 'acme_corp'? /client lists the clients.")]
    [InlineData("/client/ACME_CORP/sla", "There is no client 'ACME_CORP'. Did you mean 'acme_corp'? /client lists the clients.")]
    [InlineData("/client/nobody", "There is no client 'nobody'. /client lists the clients.")]
    [InlineData("/client/acme_corp/slo", "The contract of 'acme_corp' does not state 'slo'. Did you mean 'sla'? /client/acme_corp lists what it states.")]
    [InlineData("/client/biggov/sla", "The contract of 'biggov' does not state 'sla'. /client/biggov lists what it states.")]
    [InlineData("/client/biggov/billing_model/more", "The contract of 'biggov' does not state 'billing_model/more'. /client/biggov lists what it states.")]
    [InlineData("/elsewhere", "There is nothing here; /client lists the clients.")]
    public async Task What_is_not_there_is_404(string path, string detail) => AssertProblem(await host.GetAsync(path), HttpStatusCode.NotFound, detail, path);

    [Theory]
    [InlineData("/client/%2e%2e/%2e%2e/etc/passwd")]
    [InlineData("/client/acme_corp%2Fsla")]
    [InlineData("/client/acme_corp%00/sla")]
    [InlineData("/client/%C3%A4cme")]
    [InlineData("/client/%F0%9F%A6%93")]
    [InlineData("/client/%FF%FE")]
    [InlineData("/client/%u0041")]
    [InlineData("/client/%")]
    [InlineData("/client/acme_corp/%0d%0aSet-Cookie:x")]
    [InlineData("/client/{id}")]
    [InlineData("/client/<script>")]
    [InlineData("/client//sla")]
    public async Task Odd_path_is_the_callers_mistake(string path)
    {
        var status = await RawHttp.StatusOfAsync(host.Root, path);

        Assert.InRange(status, 400, 499);
    }

    [Theory]
    [InlineData(200)]
    [InlineData(7_000)]
    [InlineData(100_000)]
    public async Task Long_id_is_the_callers_mistake(int length)
        => Assert.InRange(await RawHttp.StatusOfAsync(host.Root, "/client/" + new string('a', length)), 400, 499);

    [Fact]
    public async Task Long_id_is_not_repeated_in_full()
    {
        var answer = await host.GetAsync("/client/" + new string('a', 500));

        using var problem = JsonDocument.Parse(answer.Body);
        Assert.Equal($"There is no client '{new string('a', 60)}…'. /client lists the clients.", problem.RootElement.GetProperty("detail").GetString());
    }

    [Fact]
    public async Task Clients_are_listed_with_links()
    {
        Assert.Equal("acme_corp\tAcme Corp \"Ünïted\"\t/client/acme_corp\nbiggov\tBigGov\t/client/biggov", (await host.GetAsync("/client")).Body);

        using var json = JsonDocument.Parse((await host.GetAsync("/client/", Json)).Body);
        var first = json.RootElement.GetProperty("clients")[0];
        Assert.Equal("acme_corp", first.GetProperty("id").GetString());
        Assert.Equal("Acme\tCorp \"Ünïted\"", first.GetProperty("name").GetString());
        Assert.Equal("/client/acme_corp", first.GetProperty("href").GetString());
    }

    [Fact]
    public async Task Client_lists_what_its_contract_states()
    {
        Assert.Equal("sla\t/client/acme_corp/sla\nbilling_model\t/client/acme_corp/billing_model\nexceptions\t/client/acme_corp/exceptions", (await host.GetAsync("/client/acme_corp")).Body);
        Assert.Equal(
            """{"id":"biggov","name":"BigGov","endpoints":[{"name":"billing_model","href":"/client/biggov/billing_model"},{"name":"exceptions","href":"/client/biggov/exceptions"}]}""",
            (await host.GetAsync("/client/biggov", Json)).Body);
    }

    [Fact]
    public async Task Host_says_that_it_lives() => Assert.Equal((HttpStatusCode.OK, "live"), await host.GetAsync("/health/live") is var a ? (a.Status, a.Body) : default);

    private static void AssertProblem(Answer answer, HttpStatusCode status, string detail, string instance)
    {
        Assert.Equal((status, ProblemJson), (answer.Status, answer.Type));
        using var problem = JsonDocument.Parse(answer.Body);
        var root = problem.RootElement;
        Assert.Equal("about:blank", root.GetProperty("type").GetString());
        Assert.False(string.IsNullOrEmpty(root.GetProperty("title").GetString()));
        Assert.Equal((int)status, root.GetProperty("status").GetInt32());
        Assert.Equal(detail, root.GetProperty("detail").GetString());
        Assert.Equal(instance, root.GetProperty("instance").GetString());
    }
}
