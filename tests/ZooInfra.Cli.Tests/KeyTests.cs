using System.Text.Json;
using ZooInfra.Api.Storage;

namespace ZooInfra.Cli.Tests;

/// <summary><c>zoo key add|ls|revoke</c> and <c>zoo audit verify|ls</c>.</summary>
public sealed class KeyTests : IDisposable
{
    private readonly Workplace _place = new();

    public void Dispose() => _place.Dispose();

    [Fact]
    public async Task Key_is_printed_once_alone_and_listed_without_its_secret()
    {
        Assert.Equal(0, await _place.ZooAsync("key", "add", "billing", "--scope", "contract:read", "--client", "acme_corp", "--client", "biggov", "--until", "2099-12-31"));
        var token = _place.Output.Trim();
        Assert.Matches("^zoo_[a-z2-9]{10}_[A-Za-z0-9_-]{43}$", token);
        Assert.Contains("shown once", _place.Error, StringComparison.Ordinal);

        Assert.Equal(0, await _place.ZooAsync("key", "ls"));
        Assert.Matches($"^ID +NAME +SCOPES +CLIENTS +UNTIL +STATE\n{token[4..14]} +billing +contract:read +acme_corp biggov +2099-12-31T00:00:00Z +live\n$", _place.Output);

        Assert.Equal(0, await _place.ZooAsync("key", "revoke", token[4..14]));
        Assert.Equal(0, await _place.ZooAsync("key", "ls", "--json"));
        using var keys = JsonDocument.Parse(_place.Output);
        Assert.Equal((token[4..14], JsonValueKind.String), keys.RootElement[0] is var key ? (key.GetProperty("id").GetString()!, key.GetProperty("revoked").ValueKind) : default);
        Assert.DoesNotContain(token[15..], _place.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, "Did you mean 'contract:read'?", "--scope", "contract:raed", "--all-clients")]
    [InlineData(2, "Scopes: contract:read, contract:read-all, vpn:manage, client:onboard.", "--scope", "everything", "--all-clients")]
    [InlineData(6, "Did you mean 'acme_corp'?", "--scope", "contract:read", "--client", "acme_crop")]
    [InlineData(2, "--client ID (repeatable), or --all-clients", "--scope", "contract:read")]
    [InlineData(2, "--client ID (repeatable), or --all-clients", "--scope", "contract:read", "--client", "acme_corp", "--all-clients")]
    [InlineData(2, "which is over", "--scope", "contract:read", "--all-clients", "--until", "2001-01-01")]
    [InlineData(2, "--until takes a day like 2027-03-31", "--scope", "contract:read", "--all-clients", "--until", "tomorrow")]
    public async Task Wrong_word_makes_no_key_and_names_the_right_one(int code, string why, params string[] options)
    {
        Assert.Equal(code, await _place.ZooAsync(["key", "add", "billing", .. options]));
        Assert.Contains(why, _place.Error, StringComparison.Ordinal);

        if (await _place.ZooAsync("key", "ls") == 0)
        {
            Assert.Single(_place.Output.Trim().Split('\n'));
        }
    }

    [Fact]
    public async Task Name_that_the_audit_could_not_show_is_refused_before_it_is_there()
    {
        Assert.Equal(2, await _place.ZooAsync("key", "add", "two words", "--scope", "contract:read", "--all-clients"));
        Assert.Equal(0, await _place.ZooAsync("audit", "verify"));
        Assert.Equal("No rows.\n", _place.Output);
    }

    [Fact]
    public async Task Unknown_key_cannot_be_revoked()
    {
        Assert.Equal(2, await _place.ZooAsync("key", "revoke", "abc"));
        Assert.Contains("The first 'zoo key add' or 'zoo serve' makes it", _place.Error, StringComparison.Ordinal);

        await _place.ZooAsync("key", "add", "billing", "--scope", "contract:read", "--all-clients");
        Assert.Equal(2, await _place.ZooAsync("key", "revoke", "abc"));
        Assert.Contains("'zoo key ls' lists them", _place.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Changes_of_keys_are_in_the_audit_which_holds()
    {
        await _place.ZooAsync("key", "add", "billing", "--scope", "contract:read", "--client", "acme_corp");
        var id = _place.Output[4..14];
        await _place.ZooAsync("key", "revoke", id);

        Assert.Equal(0, await _place.ZooAsync("audit", "ls"));
        Assert.Equal(
            ["key.add\t-\tbilling\t-\taccepted: contract:read for acme_corp", $"key.add\t-\t{id}\t-\tdone", $"key.revoke\t-\t{id}\t-\taccepted"],
            _place.Output.Trim().Split('\n').Select(line => string.Join('\t', line.Split('\t')[2..])));
        Assert.Equal(0, await _place.ZooAsync("audit", "verify"));
        Assert.Matches("^3 rows hold, from .*Z to .*Z\\.\nHead: [0-9a-f]{64}\n$", _place.Output);
        var head = _place.Output.Trim()[^64..];
        Assert.Equal(0, await _place.ZooAsync("audit", "verify", "--head", head));
        Assert.Equal(2, await _place.ZooAsync("audit", "verify", "--head", "abc"));

        Assert.Equal(0, await _place.ZooAsync("audit", "ls", "--client", "acme_corp"));
        Assert.Equal("", _place.Output);
        Assert.Equal(0, await _place.ZooAsync("audit", "ls", "--since", "2001-01-01", "--json"));
        Assert.Equal(3, _place.Output.Trim().Split('\n').Length);
    }

    [Fact]
    public async Task Cut_audit_fails_with_the_reason()
    {
        await _place.ZooAsync("key", "add", "billing", "--scope", "contract:read", "--all-clients");
        await _place.ZooAsync("audit", "verify", "--json");
        using var before = JsonDocument.Parse(_place.Output);
        var database = await ApiDatabase.OpenAsync(Path.Combine(_place.Folder, ".zoo", "api", "zoo.db"), Migrations.All, CancellationToken.None);
        await using (var connection = await database.ConnectAsync(CancellationToken.None))
        {
            await using var cut = connection.CreateCommand();
            cut.CommandText = "DROP TRIGGER audit_is_not_cut; DELETE FROM audit WHERE number = 2;";
            await cut.ExecuteNonQueryAsync();
        }

        Assert.Equal(0, await _place.ZooAsync("audit", "verify"));
        Assert.Equal(1, await _place.ZooAsync("audit", "verify", "--head", before.RootElement.GetProperty("head").GetString()!));
        Assert.Contains("rows at the end were cut off", _place.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Processes_that_append_at_once_make_one_chain()
    {
        await Task.WhenAll(Enumerable.Range(0, 4).Select(async i =>
        {
            var (code, output) = await Tool.RunAsync(_place.Folder, "dotnet", [Path.Combine(AppContext.BaseDirectory, "zoo.dll"), "key", "add", $"k{i}", "--scope", "contract:read", "--all-clients"]);
            Assert.True(code == 0, output);
        }));

        Assert.Equal(0, await _place.ZooAsync("audit", "verify"));
        Assert.StartsWith("8 rows hold", _place.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("zoo key add", "serve", "--urls", "http://127.0.0.1:0")]
    [InlineData("--anonymous takes contract:read-all or contract:read", "serve", "--urls", "http://127.0.0.1:0", "--anonymous", "vpn:manage")]
    [InlineData("--jwt-audience", "serve", "--oidc-authority", "https://login.example")]
    [InlineData("go with --oidc-authority URL or --jwt-keys FILE", "serve", "--jwt-issuer", "x")]
    [InlineData("is no rate", "serve", "--rate", "fast")]
    [InlineData("--log takes 'requests'", "serve", "--log", "everything")]
    [InlineData("--behind-proxy", "serve", "--urls", "http://0.0.0.0:0", "--anonymous")]
    [InlineData("The certificate cannot be used", "serve", "--urls", "https://127.0.0.1:0", "--anonymous", "--certificate", "missing.pfx")]
    public async Task Host_that_could_not_serve_as_asked_does_not_start(string why, params string[] args)
    {
        Assert.InRange(await _place.ZooAsync(args), 1, 2);
        Assert.Contains(why, _place.Error, StringComparison.Ordinal);
    }
}
