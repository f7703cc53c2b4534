using System.Net;
using System.Text;
using ZooInfra.Api.Access;

namespace ZooInfra.Api.Tests.Access;

public sealed class ApiKeyTests : IAsyncLifetime
{
    private GuardedHost _host = null!;

    public async Task InitializeAsync() => _host = await GuardedHost.StartAsync();

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task Key_is_taken_as_bearer_token_and_in_a_header_of_its_own()
    {
        var (_, token) = await _host.KeyAsync("billing", [Scope.ReadContract], ["acme_corp"]);

        Assert.Equal(HttpStatusCode.OK, (await _host.GetAsync("/client/acme_corp/sla", token)).Status);
        Assert.Equal(HttpStatusCode.OK, (await _host.SendAsync(HttpMethod.Get, "/client/acme_corp/sla", ("Authorization", $"bearer   {token}"))).Status);
        Assert.Equal(HttpStatusCode.OK, (await _host.SendAsync(HttpMethod.Get, "/client/acme_corp/sla", ("X-Api-Key", token))).Status);
    }

    [Fact]
    public async Task Browser_sends_the_key_as_a_password_but_cannot_change_anything_with_it()
    {
        var (_, token) = await _host.KeyAsync("person", [Scope.ReadAll, Scope.ManageVpn], null);
        var basic = ("Authorization", "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes("anybody:" + token)));

        Assert.Equal(HttpStatusCode.OK, (await _host.SendAsync(HttpMethod.Get, "/client/acme_corp/sla", basic)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await _host.SendAsync(HttpMethod.Post, "/client/acme_corp/sla", basic)).Status);
        Assert.Contains("Basic", (await _host.SendAsync(HttpMethod.Get, "/client", ("Accept", "text/html"))).Headers["WWW-Authenticate"], StringComparison.Ordinal);
        Assert.DoesNotContain("Basic", (await _host.GetAsync("/client")).Headers["WWW-Authenticate"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_credentials_are_one_too_many()
    {
        var (_, token) = await _host.KeyAsync("billing", [Scope.ReadAll], null);

        Assert.Equal(HttpStatusCode.Unauthorized, (await _host.SendAsync(HttpMethod.Get, "/client", ("Authorization", $"Bearer {token}"), ("X-Api-Key", token))).Status);
    }

    [Fact]
    public async Task Key_that_was_revoked_elsewhere_ends_within_a_second()
    {
        var (key, token) = await _host.KeyAsync("billing", [Scope.ReadAll], null);
        Assert.Equal(HttpStatusCode.OK, (await _host.GetAsync("/client", token)).Status);

        await _host.Keys.RevokeAsync(key.Id, CancellationToken.None);
        _host.Time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(HttpStatusCode.Unauthorized, (await _host.GetAsync("/client", token)).Status);
    }

    [Fact]
    public async Task Key_ends_at_the_instant_that_it_was_given()
    {
        var (_, token) = await _host.KeyAsync("guest", [Scope.ReadAll], null, GuardedHost.Start.AddHours(1));
        Assert.Equal(HttpStatusCode.OK, (await _host.GetAsync("/client", token)).Status);

        _host.Time.Advance(TimeSpan.FromHours(1));

        Assert.Equal(HttpStatusCode.Unauthorized, (await _host.GetAsync("/client", token)).Status);
    }

    [Fact]
    public async Task Every_wrong_key_is_refused_in_the_same_words()
    {
        var (revoked, token) = await _host.KeyAsync("billing", [Scope.ReadAll], null);
        var (_, right) = await _host.KeyAsync("right", [Scope.ReadAll], null);
        await _host.Keys.RevokeAsync(revoked.Id, CancellationToken.None);
        _host.Time.Advance(TimeSpan.FromSeconds(1));

        foreach (var wrong in (string[])[token, KeyToken.Make().Token, right[..^1], right + "A", right[..20] + (right[20] == 'A' ? 'B' : 'A') + right[21..], right.ToUpperInvariant(), "zoo_", "x", ""])
        {
            var answer = await _host.GetAsync("/client", wrong);
            Assert.Equal((HttpStatusCode.Unauthorized, true), (answer.Status, answer.Body.Contains("unknown, revoked, expired or not readable", StringComparison.Ordinal)));
            Assert.StartsWith("Bearer realm=\"zoo\", error=\"invalid_token\"", answer.Headers["WWW-Authenticate"], StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Secret_is_not_in_the_database()
    {
        var (_, token) = await _host.KeyAsync("billing", [Scope.ReadAll], null);
        Assert.Equal(HttpStatusCode.OK, (await _host.GetAsync("/client", token)).Status);

        await using var connection = await _host.Database.ConnectAsync(CancellationToken.None);
        foreach (var file in Directory.EnumerateFiles(Path.GetDirectoryName(connection.DataSource)!))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var reader = new StreamReader(stream, Encoding.Latin1);
            Assert.DoesNotContain(token[^43..], await reader.ReadToEndAsync(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Keys_are_256_random_bits()
    {
        var tokens = Enumerable.Range(0, 1000).Select(_ => KeyToken.Make()).ToList();

        Assert.All(tokens, made => Assert.Matches("^zoo_[a-z2-9]{10}_[A-Za-z0-9_-]{43}$", made.Token));
        Assert.Equal(tokens.Count, tokens.Select(made => made.Token).Distinct().Count());
    }

    [Theory]
    [InlineData("")]
    [InlineData("two words")]
    [InlineData("line\nfeed")]
    public async Task Name_that_would_not_be_readable_in_the_audit_is_refused(string name)
        => await Assert.ThrowsAsync<ContractHostException>(() => _host.KeyAsync(name, [Scope.ReadAll], null));

    [Fact]
    public async Task Key_that_opens_nothing_is_not_made()
    {
        await Assert.ThrowsAsync<ContractHostException>(() => _host.KeyAsync("late", [Scope.ReadAll], null, GuardedHost.Start));
        await Assert.ThrowsAsync<ContractHostException>(() => _host.KeyAsync("nothing", [], null));
        Assert.Empty(await _host.Keys.ListAsync(CancellationToken.None));
    }
}
