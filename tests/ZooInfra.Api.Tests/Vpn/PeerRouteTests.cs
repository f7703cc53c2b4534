using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using ZooInfra.Api.Operations;

namespace ZooInfra.Api.Tests.Vpn;

/// <summary>Every route, status and limit of VPN requests.</summary>
public sealed class PeerRouteTests : IAsyncLifetime
{
    private const string Peers = VpnHost.Peers;
    private const string Key = "HIgo9xNzJMWLKASShiTqIybxZ0U3wGLiUeJ1PKf8ykw=";

    private VpnHost _host = null!;

    public async Task InitializeAsync() => _host = await VpnHost.StartAsync();

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task A_request_makes_a_peer_and_hands_out_its_configuration_once_and_on_demand()
    {
        var made = await _host.PostAsync(Peers, VpnHost.Ask());

        Assert.Equal(HttpStatusCode.Created, made.Status);
        Assert.Equal($"{Peers}/alice-archer-laptop", made.Headers["Location"]);
        Assert.Equal("no-store", made.Headers["Cache-Control"]);
        Assert.Contains("PrivateKey = secret of key-1-", made.Text("configuration"), StringComparison.Ordinal);
        Assert.Equal(30, made.Json["ends_in_days"]!.GetValue<int>() - 1);
        Assert.False(made.Json["own_key"]!.GetValue<bool>());

        var got = await _host.GetAsync($"{Peers}/alice-archer-laptop");
        Assert.Equal(HttpStatusCode.OK, got.Status);
        Assert.DoesNotContain("secret", got.Body, StringComparison.Ordinal);
        Assert.Equal(made.Text("public_key"), got.Text("public_key"));

        var configuration = await _host.GetAsync($"{Peers}/alice-archer-laptop/configuration");
        Assert.Equal(made.Text("configuration"), configuration.Body);
        Assert.Equal("no-store", configuration.Headers["Cache-Control"]);
        Assert.Equal("image/png", (await _host.GetAsync($"{Peers}/alice-archer-laptop/configuration", "operator", ("Accept", "image/png"))).Headers["Content-Type"]);
        Assert.Equal(["vpn.create accepted", "vpn.create.end succeeded", "vpn.configuration.read 201", "vpn.configuration.read 200", "vpn.configuration.read 200"],
            _host.Audit.Select(entry => $"{entry.Action} {entry.Outcome}"));
        Assert.All(_host.Audit, entry => Assert.Equal(("key:operator", "acme_corp"), (entry.Caller[..entry.Caller.LastIndexOf(':')], entry.Client)));
        Assert.DoesNotContain(_host.Audit, entry => entry.Target?.Contains("secret", StringComparison.Ordinal) == true);
    }

    [Fact]
    public async Task A_device_with_its_own_key_gets_no_configuration()
    {
        var ask = VpnHost.Ask();
        ask["public_key"] = Key;

        var made = await _host.PostAsync(Peers, ask);

        Assert.Equal(HttpStatusCode.Created, made.Status);
        Assert.Null(made.Json["configuration"]);
        Assert.Equal(HttpStatusCode.NotFound, (await _host.GetAsync($"{Peers}/alice-archer-laptop/configuration")).Status);
        var second = VpnHost.Ask("Bob Baker");
        second["public_key"] = Key;
        Assert.Equal(HttpStatusCode.Conflict, (await _host.PostAsync(Peers, second)).Status);
    }

    [Fact]
    public async Task A_rotation_makes_another_key_and_says_until_when_the_former_one_counts()
    {
        var made = await _host.PostAsync(Peers, VpnHost.Ask());

        var rotated = await _host.PostAsync($"{Peers}/alice-archer-laptop/rotate", new() { ["overlap_hours"] = 2 });

        Assert.Equal(HttpStatusCode.OK, rotated.Status);
        Assert.NotEqual(made.Text("public_key"), rotated.Text("public_key"));
        Assert.Equal(2, rotated.Json["key_generation"]!.GetValue<int>());
        Assert.EndsWith("Z", rotated.Text("overlap_until"), StringComparison.Ordinal);
        var wrong = await _host.PostAsync($"{Peers}/alice-archer-laptop/rotate", new() { ["public_key"] = Key, ["overlap_hours"] = 1 });
        Assert.Equal((422, "public_key"), (wrong.Code, wrong.Json["errors"]![0]!["path"]!.GetValue<string>()));
        Assert.Equal(HttpStatusCode.NotFound, (await _host.PostAsync($"{Peers}/nobody/rotate", [])).Status);
    }

    [Fact]
    public async Task A_revoked_peer_is_gone_and_all_peers_of_a_person_go_at_once()
    {
        foreach (var device in (string[])["laptop", "phone"])
        {
            Assert.Equal(HttpStatusCode.Created, (await _host.PostAsync(Peers, VpnHost.Ask(device: device))).Status);
        }

        Assert.Equal(HttpStatusCode.Created, (await _host.PostAsync(Peers, VpnHost.Ask("Bob Baker"))).Status);

        var all = await _host.DeleteAsync($"{Peers}?person=Alice%20Archer");

        Assert.Equal(HttpStatusCode.OK, all.Status);
        Assert.Equal(["succeeded", "succeeded"], all.Json["operations"]!.AsArray().Select(operation => operation!["state"]!.GetValue<string>()));
        Assert.Equal(["acme_corp/bob-baker-laptop"], _host.Apply.Made);
        Assert.Equal(HttpStatusCode.NoContent, (await _host.DeleteAsync($"{Peers}/bob-baker-laptop")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await _host.DeleteAsync($"{Peers}/bob-baker-laptop")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await _host.DeleteAsync($"{Peers}?person=Alice%20Archer")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await _host.DeleteAsync(Peers)).Status);
        Assert.Empty(_host.Apply.Made);
    }

    [Fact]
    public async Task Lists_are_paged()
    {
        foreach (var person in (string[])["Carl", "Anna", "Bert"])
        {
            await _host.PostAsync(Peers, VpnHost.Ask(person));
        }

        var first = await _host.GetAsync($"{Peers}?limit=2");
        var second = await _host.GetAsync(first.Text("next"));

        Assert.Equal(["anna-laptop", "bert-laptop"], Names(first));
        Assert.Equal(["carl-laptop"], Names(second));
        Assert.Null(second.Json["next"]);
        var operations = await _host.GetAsync("/client/acme_corp/operations?limit=2");
        Assert.Equal(["bert-laptop", "anna-laptop"], operations.Json["operations"]!.AsArray().Select(operation => operation!["peer"]!.GetValue<string>()));
        Assert.Equal(["carl-laptop"], (await _host.GetAsync(operations.Text("next"))).Json["operations"]!.AsArray().Select(operation => operation!["peer"]!.GetValue<string>()));
        Assert.Equal(HttpStatusCode.BadRequest, (await _host.GetAsync($"{Peers}?limit=0")).Status);
    }

    [Fact]
    public async Task A_request_that_does_not_want_to_wait_gets_its_operation()
    {
        var gate = new TaskCompletionSource();
        _host.Apply.Gate = gate.Task;

        var accepted = await _host.PostAsync(Peers, VpnHost.Ask(), "operator", ("Prefer", "respond-async"));

        Assert.Equal(HttpStatusCode.Accepted, accepted.Status);
        Assert.Equal("respond-async", accepted.Headers["Preference-Applied"]);
        Assert.Matches("^/operations/[A-Za-z0-9_-]{22}$", accepted.Headers["Location"]);
        var busy = await _host.DeleteAsync($"{Peers}/alice-archer-laptop");
        Assert.Equal((409, accepted.Headers["Location"]), (busy.Code, busy.Text("operation")));
        gate.SetResult();
        await _host.QuietAsync(1);
        Assert.Equal("succeeded", (await _host.GetAsync(accepted.Headers["Location"])).Text("state"));
    }

    [Fact]
    public async Task The_same_request_with_the_same_key_has_the_same_answer_and_another_one_is_refused()
    {
        (string, string) key = ("Idempotency-Key", "6f1c");

        var first = await _host.PostAsync(Peers, VpnHost.Ask(), "operator", key);
        var again = await _host.PostAsync(Peers, VpnHost.Ask(), "operator", key);
        var other = await _host.PostAsync(Peers, VpnHost.Ask("Bob Baker"), "operator", key);
        var stranger = await _host.PostAsync(Peers, VpnHost.Ask("Bob Baker"), "acme", key);

        Assert.Equal((first.Status, first.Body), (again.Status, again.Body));
        Assert.Equal(422, other.Code);
        Assert.Equal(HttpStatusCode.Created, stranger.Status);
        await _host.DeleteAsync($"{Peers}/alice-archer-laptop");
        Assert.Equal(HttpStatusCode.Conflict, (await _host.PostAsync(Peers, VpnHost.Ask(), "operator", key)).Status);

        // A peer that was made anew under the name has another key, which the first request did not get.
        _host.Clock.Shift = TimeSpan.FromSeconds(1);
        Assert.Equal(HttpStatusCode.Created, (await _host.PostAsync(Peers, VpnHost.Ask(), "operator", ("Idempotency-Key", "7a2d"))).Status);
        Assert.Equal(HttpStatusCode.Conflict, (await _host.PostAsync(Peers, VpnHost.Ask(), "operator", key)).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await _host.PostAsync(Peers, VpnHost.Ask("Carl"), "operator", ("Idempotency-Key", "a b"))).Status);
    }

    [Fact]
    public async Task Limits_are_told_with_their_numbers()
    {
        foreach (var person in (string[])["Anna", "Bert", "Carl"])
        {
            Assert.Equal(HttpStatusCode.Created, (await _host.PostAsync(Peers, VpnHost.Ask(person))).Status);
        }

        var tooMany = await _host.PostAsync(Peers, VpnHost.Ask("Dora"));
        Assert.Equal((409, "The VPN 'staff' has 3 requested peers, and may have 3. Revoke one that is not needed, or raise MaxPeers in the client's class."), (tooMany.Code, tooMany.Text("detail")));
        Assert.Equal(HttpStatusCode.Conflict, (await _host.PostAsync(Peers, VpnHost.Ask("Carol"))).Status);
        Assert.Equal(HttpStatusCode.Conflict, (await _host.PostAsync(Peers, VpnHost.Ask("Anna"))).Status);
        var tooLong = await _host.PostAsync(Peers, VpnHost.Ask("Dora", days: 91));
        Assert.Equal(422, tooLong.Code);
        Assert.Contains("may be for 90 days", tooLong.Text("detail"), StringComparison.Ordinal);

        await using var slow = await VpnHost.StartAsync(hosting => hosting with { PerMinute = 2 });
        await slow.PostAsync(Peers, VpnHost.Ask("Anna"));
        await slow.PostAsync(Peers, VpnHost.Ask("Bert"));
        var tooFast = await slow.PostAsync(Peers, VpnHost.Ask("Carl"));
        Assert.Equal((429, "60"), (tooFast.Code, tooFast.Headers["Retry-After"]));
        Assert.Equal(HttpStatusCode.NoContent, (await slow.DeleteAsync($"{Peers}/anna-laptop")).Status);
    }

    [Theory]
    [InlineData("{}", 422, "person")]
    [InlineData("""{"persn":"x"}""", 422, "persn")]
    [InlineData("""{"person":7}""", 422, "person")]
    [InlineData("""{"person":"a\nb"}""", 422, "person")]
    [InlineData("""{"person":"\ud800"}""", 422, "person")]
    [InlineData("""{"person":"a","person":"b"}""", 422, "person")]
    [InlineData("""{"until":"2020-01-01"}""", 422, "until")]
    [InlineData("""{"until":"tomorrow"}""", 422, "until")]
    [InlineData("""{"until":"9999-12-31"}""", 422, "until")]
    [InlineData("""{"public_key":"abc"}""", 422, "public_key")]
    [InlineData("""{"service":"stuff"}""", 422, "service")]
    [InlineData("""{"name":"Über"}""", 422, "name")]
    [InlineData("[]", 400, null)]
    [InlineData("{", 400, null)]
    [InlineData("""{"a":{"a":{"a":{"a":{"a":1}}}}}""", 400, null)]
    public async Task Every_mistake_in_a_body_is_told_with_its_path(string body, int status, string? path)
    {
        var answer = await _host.SendAsync(HttpMethod.Post, Peers, new StringContent(body, Encoding.UTF8, "application/json"));

        Assert.Equal((status, "application/problem+json"), (answer.Code, answer.Headers["Content-Type"]));
        if (path is not null)
        {
            Assert.Contains(path, answer.Json["errors"]!.AsArray().Select(error => error!["path"]!.GetValue<string>()));
        }

        Assert.Empty(_host.Apply.Attempts);
    }

    [Fact]
    public async Task Bodies_that_are_no_JSON_or_too_long_and_methods_that_are_not_there_are_refused()
    {
        Assert.Equal(415, (await _host.SendAsync(HttpMethod.Post, Peers, new StringContent("person=x", Encoding.UTF8, "application/x-www-form-urlencoded"))).Code);
        Assert.Equal(413, (await _host.SendAsync(HttpMethod.Post, Peers, new StringContent(new string(' ', 20_000), Encoding.UTF8, "application/json"))).Code);
        Assert.Equal(400, (await _host.SendAsync(HttpMethod.Post, Peers, new ByteArrayContent([0xff, 0xfe, 0x7b]) { Headers = { ContentType = new("application/json") } })).Code);
        var put = await _host.SendAsync(HttpMethod.Put, Peers, null);
        Assert.Equal((405, "GET, HEAD, POST, DELETE"), (put.Code, put.Headers["Allow"]));
        Assert.Equal(405, (await _host.SendAsync(HttpMethod.Post, "/operations/x", null)).Code);
    }

    [Fact]
    public async Task Nobody_sees_or_changes_what_is_of_another_client()
    {
        var made = await _host.PostAsync(Peers, VpnHost.Ask(), "acme", ("Idempotency-Key", "k1"));
        var operation = made.Text("operation");

        foreach (var (method, path) in ((HttpMethod, string)[])[
            (HttpMethod.Get, Peers), (HttpMethod.Post, Peers), (HttpMethod.Delete, $"{Peers}?person=Alice%20Archer"), (HttpMethod.Get, $"{Peers}/alice-archer-laptop"), (HttpMethod.Delete, $"{Peers}/alice-archer-laptop"),
            (HttpMethod.Get, $"{Peers}/alice-archer-laptop/configuration"), (HttpMethod.Post, $"{Peers}/alice-archer-laptop/rotate"), (HttpMethod.Get, "/client/acme_corp/operations"), (HttpMethod.Get, operation)])
        {
            var stranger = await _host.SendAsync(method, path, null, "biggov", ("Idempotency-Key", "k1"));
            var absent = await _host.SendAsync(method, path.Replace("acme_corp", "acme_corq", StringComparison.Ordinal).Replace(operation, "/operations/AAAAAAAAAAAAAAAAAAAAAA", StringComparison.Ordinal), null, "biggov");
            Assert.Equal(HttpStatusCode.NotFound, stranger.Status);
            Assert.Equal(absent.Text("detail").Replace("acme_corq", "acme_corp", StringComparison.Ordinal).Replace("AAAAAAAAAAAAAAAAAAAAAA", operation[12..], StringComparison.Ordinal), stranger.Text("detail"));
            var reader = await _host.SendAsync(method, path, null, "reader");
            Assert.Equal((403, "vpn:manage"), (reader.Code, reader.Text("scope")));
        }

        foreach (var trick in (string[])["/client/ACME_CORP/vpn/peers", "/client/acme%5Fcorp%00/vpn/peers", "/client/biggov/../acme_corp/vpn/peers/alice-archer-laptop", "/client/biggov/vpn/peers/..%2f..%2f..%2facme_corp", "/client/acme_corp%20/vpn/peers", "/client/acme＿corp/vpn/peers"])
        {
            Assert.Contains((await _host.GetAsync(trick, "biggov")).Code, (int[])[400, 404]);
        }

        Assert.Equal(HttpStatusCode.OK, (await _host.GetAsync(operation, "acme")).Status);
        Assert.Equal(["acme_corp/alice-archer-laptop"], _host.Apply.Made);
    }

    [Fact]
    public async Task A_client_whose_VPNs_take_no_requests_says_so_and_one_of_several_VPNs_must_be_named()
    {
        _host.Apply.Offers = [];
        Assert.Equal(HttpStatusCode.NotFound, (await _host.PostAsync(Peers, VpnHost.Ask())).Status);

        _host.Apply.Offers = [new("staff", "staff", 3, 90, []), new("sites", "sites", 3, 90, [])];
        var unnamed = await _host.PostAsync(Peers, VpnHost.Ask());
        Assert.Equal((422, "'service' is missing: several VPNs take requests, 'staff', 'sites'."), (unnamed.Code, unnamed.Text("detail")));
        var named = VpnHost.Ask();
        named["service"] = "sites";
        Assert.Equal("sites", (await _host.PostAsync(Peers, named)).Text("service"));
    }

    [Fact]
    public async Task A_rule_that_forbids_a_peer_is_named_and_the_peer_is_not_there()
    {
        _host.Apply.Answer = (_, wanted) => wanted ? new ApplyResult.Failed(new(422, "ZOO5102: Alice Archer left", "ZOO5102", "urn:x"), HasBegun: false) : null;

        var refused = await _host.PostAsync(Peers, VpnHost.Ask());

        Assert.Equal((422, "ZOO5102", "urn:x"), (refused.Code, refused.Text("rule"), refused.Text("urn")));
        Assert.Equal("failed", (await _host.GetAsync(refused.Text("operation"))).Text("state"));
        Assert.Empty((await _host.GetAsync(Peers)).Json["peers"]!.AsArray());
        Assert.Equal(["+alice-archer-laptop"], _host.Apply.Attempts);
    }

    [Fact]
    public async Task What_is_served_is_what_is_described()
    {
        var paths = (await _host.GetAsync("/openapi/v1.json")).Json["paths"]!.AsObject();

        foreach (var route in _host.Routes.Where(route => route.Contains("vpn", StringComparison.Ordinal) || route.Contains("operations", StringComparison.Ordinal)))
        {
            var allowed = (await _host.SendAsync(HttpMethod.Patch, route.Replace("{id}", "acme_corp", StringComparison.Ordinal), null)).Headers["Allow"];
            Assert.Equal(allowed.Split(", ").Where(method => method != "HEAD").Order(), paths[route]!.AsObject().Select(operation => operation.Key.ToUpperInvariant()).Order());
        }

        var made = await _host.PostAsync(Peers, VpnHost.Ask());
        (string Path, string Method, string Status, JsonNode Body)[] answers =
        [
            (Peers, "post", "201", made.Json), (Peers, "get", "200", (await _host.GetAsync(Peers)).Json), ($"{Peers}/{{name}}", "get", "200", (await _host.GetAsync(made.Text("href"))).Json),
            ("/operations/{operation}", "get", "200", (await _host.GetAsync(made.Text("operation"))).Json),
        ];
        foreach (var (path, method, status, body) in answers)
        {
            var name = paths[path.Replace("acme_corp", "{id}", StringComparison.Ordinal)]![method]!["responses"]![status]!["content"]!["application/json"]!["schema"]!["$ref"]!.GetValue<string>().Split('/')[^1];
            var members = (await _host.GetAsync("/openapi/v1.json")).Json["components"]!["schemas"]![name]!["properties"]!.AsObject();
            Assert.Equal(members.Select(member => member.Key).Order(StringComparer.Ordinal), body.AsObject().Select(member => member.Key).Order(StringComparer.Ordinal));
        }
    }

    private static IEnumerable<string> Names(VpnAnswer list) => list.Json["peers"]!.AsArray().Select(peer => peer!["name"]!.GetValue<string>());

    [Theory]
    [InlineData(null, 200, "text/plain")]
    [InlineData("image/png", 200, "image/png")]
    [InlineData("image/png;q=0.1, text/plain", 200, "text/plain")]
    [InlineData("text/plain, image/png;q=0", 200, "text/plain")]
    [InlineData("image/*", 200, "image/png")]
    [InlineData("application/pdf", 406, "application/problem+json")]
    public async Task A_configuration_comes_in_the_form_that_is_asked_for(string? accept, int status, string type)
    {
        await _host.PostAsync(Peers, VpnHost.Ask());

        var answer = await _host.GetAsync($"{Peers}/alice-archer-laptop/configuration", "operator", accept is null ? [] : [("Accept", accept)]);

        Assert.Equal((status, type), (answer.Code, answer.Headers["Content-Type"].Split(';')[0]));
        Assert.Equal("no-store", answer.Headers["Cache-Control"]);
    }
}
