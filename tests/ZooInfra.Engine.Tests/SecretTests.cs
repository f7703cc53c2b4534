using System.Text;
using System.Text.Json;
using ZooInfra.Engine.Secrets;
using ZooInfra.Engine.State;
using ZooInfra.Protocol;

namespace ZooInfra.Engine.Tests;

public sealed class SecretTests : IDisposable
{
    private const string Hidden = "hunter2 <&> ü";
    private readonly Bench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void The_cipher_is_Pulumis()
    {
        // Vectors: protocol facts, section 6.11.
        var key = PassphraseCipher.DeriveKey("password", Convert.FromBase64String("fozI5u6B030="));
        Assert.Equal("7e700703e28b164e816cb939612c938b8dcf8f8a5237d02824cea3fb656b3a8b", Convert.ToHexStringLower(key));
        var nonce = Enumerable.Range(0, 12).Select(i => (byte)i).ToArray();
        Assert.Equal("v1:AAECAwQFBgcICQoL:NavUG4PWZsteWVu+MNEiNY26YntmCNmX1g==", PassphraseCipher.Encrypt(key, "\"hunter2\"", nonce));
        Assert.Equal("v1:AAECAwQFBgcICQoL:f7bPAZLBJje5vjnq4ZjgF4mAxD3wYtU=", PassphraseCipher.Encrypt(key, "hunter2", nonce));

        var cipher = PassphraseCipher.Open("password", "v1:fozI5u6B030=:v1:F+6ZduKKd8G0/V7L:PGMFeIzwobWRKmEAzUdaQHqC5mMRIQ==");
        Assert.Equal("hunter2", cipher.Decrypt("v1:AAECAwQFBgcICQoL:f7bPAZLBJje5vjnq4ZjgF4mAxD3wYtU="));
    }

    [Theory]
    [InlineData("v1:fozI5u6B030=:v1:F+6ZduKKd8G0/V7L:PGMFeIzwobWRKmEAzUdaQHqC5mMRIQ==", "wrong", "incorrect passphrase")]
    [InlineData("v2:x:y", "password", "the encryption salt is damaged")]
    public void A_wrong_passphrase_or_salt_is_said(string salt, string passphrase, string expected)
        => Assert.Equal(expected, Assert.Throws<FormatException>(() => PassphraseCipher.Open(passphrase, salt)).Message);

    [Fact]
    public async Task Without_a_passphrase_a_secret_is_refused_before_anything_is_written()
    {
        var result = await _bench.UpAsync(WithSecret("a", Hidden));

        Assert.Equal(Outcome.Failed, result.Outcome);
        Assert.Equal($"'password' of {Bench.Urn("a")} is secret, and no passphrase is set to keep it with: set PULUMI_CONFIG_PASSPHRASE, or PULUMI_CONFIG_PASSPHRASE_FILE to a file that holds it. Nothing was written.", Assert.Single(_bench.Errors));
        Assert.Empty(_bench.Provider.Calls);
        AssertNowhereInClear();
    }

    [Fact]
    public async Task Outputs_that_will_be_secret_are_refused_in_the_preview_already()
    {
        var result = await _bench.PreviewAsync(new Wanted("a", Bench.Props(("sealed", "yes"))));

        Assert.Equal(Outcome.Failed, result.Outcome);
        Assert.StartsWith($"'made' of {Bench.Urn("a")} is secret, and no passphrase is set", Assert.Single(_bench.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Secrets_are_kept_encrypted_and_come_back_and_a_second_run_changes_nothing()
    {
        _bench.Passphrase = "";
        await _bench.UpAsync(WithSecret("a", Hidden));
        var before = File.ReadAllBytes(_bench.Checkpoint);

        var state = _bench.State.Resources.Single(r => r.Urn.Name == "a");
        Assert.Equal(PropertyValue.Secret(PropertyValue.Of(Hidden)), state.Inputs["password"]);
        Assert.Equal(PropertyValue.Secret(PropertyValue.Of(Hidden)), state.Outputs["password"]);
        AssertNowhereInClear();
        using (var document = JsonDocument.Parse(before))
        {
            var provider = document.RootElement.GetProperty("checkpoint").GetProperty("latest").GetProperty("secrets_providers");
            Assert.Equal("passphrase", provider.GetProperty("type").GetString());
            Assert.StartsWith("v1:", provider.GetProperty("state").GetProperty("salt").GetString(), StringComparison.Ordinal);
        }

        var result = await _bench.UpAsync(WithSecret("a", Hidden));
        Assert.False(result.HasChanges);
        Assert.Equal(before, File.ReadAllBytes(_bench.Checkpoint));
    }

    [Fact]
    public async Task A_wrong_passphrase_is_refused_and_the_state_stays()
    {
        _bench.Passphrase = "right";
        await _bench.UpAsync(WithSecret("a", Hidden));
        var before = File.ReadAllBytes(_bench.Checkpoint);

        _bench.Passphrase = "wrong";
        var error = Assert.Throws<StateException>(() => _bench.Engine.Lock(_bench.Program()));

        Assert.Contains("incorrect passphrase", error.Message, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(_bench.Checkpoint));
    }

    [Fact]
    public async Task The_journal_of_a_run_that_died_is_encrypted_and_read_again()
    {
        _bench.Passphrase = "p";
        await _bench.UpAsync(new Wanted("b", Bench.Props()));
        var made = _bench.State.Resources.Single(r => r.Urn.Name == "b") with
        {
            Urn = ResourceUrn.Parse(Bench.Urn("a"))!.Value,
            Inputs = Bench.Props().With("password", PropertyValue.Secret(PropertyValue.Of(Hidden))),
        };
        using (var session = _bench.Store.Open(Bench.Project, Bench.Stack, _bench.Secrets()))
        {
            session.Start();
            session.Append(new JournalEntry.Keep(0), durable: false);
            session.Append(new JournalEntry.Keep(1), durable: false);
            session.Append(new JournalEntry.End(1, made, default), durable: true);
        }

        AssertNowhereInClear();
        Assert.Equal(made.Inputs, _bench.State.Resources.Single(r => r.Urn.Name == "a").Inputs);
    }

    [Fact]
    public async Task Outputs_that_the_program_calls_secret_are_secret()
    {
        _bench.Passphrase = "p";
        await _bench.UpAsync(new Wanted("a", Bench.Props(("token", Hidden))) { Change = request => request.AdditionalSecretOutputs.Add("made") });

        Assert.Equal(PropertyValue.Secret(PropertyValue.Of("a-1")), _bench.State.Resources.Single(r => r.Urn.Name == "a").Outputs["made"]);
    }

    [Fact]
    public void A_secret_inside_a_secret_is_encrypted_once()
    {
        _bench.Passphrase = "p";
        var codec = new SecretCodec(_bench.Secrets());
        var nested = Bench.Props().With("outer", PropertyValue.Secret(PropertyValue.Of(Bench.Props(("plain", "x")).With("inner", PropertyValue.Secret(PropertyValue.Of(1d))))));
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            PropertyJson.Write(json, nested, codec);
        }

        using var document = JsonDocument.Parse(Encoding.UTF8.GetString(buffer.ToArray()));
        Assert.Equal(nested, PropertyJson.ReadMap(document.RootElement, codec));
    }

    private static Wanted WithSecret(string name, string value) => new(name, Bench.Props().With("password", PropertyValue.Secret(PropertyValue.Of(value))));

    private void AssertNowhereInClear()
        => Assert.DoesNotContain(Directory.EnumerateFiles(_bench.Folder, "*", SearchOption.AllDirectories), path => File.ReadAllText(path).Contains("hunter2", StringComparison.Ordinal));
}
