using System.Net;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace ZooInfra.Api.Tests.Access;

public sealed class TlsTests : IDisposable
{
    private static readonly ContractHostOptions Local = new() { Urls = ["https://127.0.0.1:0"], AnonymousScopes = ["contract:read-all"] };
    private readonly TempFolder _folder = new();
    private readonly X509Certificate2 _certificate;
    private readonly RSA _key = RSA.Create(2048);

    public TlsTests()
    {
        var request = new CertificateRequest("CN=zoo.test", _key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        _certificate = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, new(2100, 1, 1, 0, 0, 0, TimeSpan.Zero));
    }

    public void Dispose()
    {
        _certificate.Dispose();
        _key.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Certificate_in_PEM_with_its_key_in_another_file_serves()
        => await ServesAsync(new(_folder.Write("zoo.pem", _certificate.ExportCertificatePem())) { KeyFile = _folder.Write("zoo.key", _key.ExportPkcs8PrivateKeyPem()) });

    [Fact]
    public async Task Certificate_in_PEM_with_its_key_encrypted_serves()
        => await ServesAsync(new(_folder.Write("zoo.pem", _certificate.ExportCertificatePem()))
        {
            KeyFile = _folder.Write("zoo.key", _key.ExportEncryptedPkcs8PrivateKeyPem("open sesame", new(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 1000))),
            Password = "open sesame",
        });

    [Fact]
    public async Task Certificate_in_PFX_serves()
    {
        await File.WriteAllBytesAsync(_folder.File("zoo.pfx"), _certificate.Export(X509ContentType.Pfx, "open sesame"));

        await ServesAsync(new(_folder.File("zoo.pfx")) { Password = "open sesame" });
    }

    [Fact]
    public async Task Wrong_password_is_a_sentence_without_the_password()
    {
        await File.WriteAllBytesAsync(_folder.File("zoo.pfx"), _certificate.Export(X509ContentType.Pfx, "open sesame"));

        var e = await RefusedAsync(new(_folder.File("zoo.pfx")) { Password = "hunter2" });

        Assert.Contains("ZOO_CERTIFICATE_PASSWORD", e.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", e.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", new ServerCertificate("x") { Password = "hunter2" }.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Certificate_that_is_missing_or_without_its_key_is_refused()
    {
        Assert.Contains("The certificate cannot be used", (await RefusedAsync(new(_folder.File("missing.pem")))).Message, StringComparison.Ordinal);
        Assert.Contains("--certificate-key", (await RefusedAsync(new(_folder.Write("zoo.pem", _certificate.ExportCertificatePem())))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Certificate_that_is_renewed_is_shown_to_the_next_who_connects_and_a_broken_one_is_not()
    {
        var (time, output, after) = (new ManualTime(DateTimeOffset.UnixEpoch.AddYears(60)), new StringWriter(), TimeSpan.FromSeconds(5));
        var files = new ServerCertificate(_folder.Write("zoo.pem", _certificate.ExportCertificatePem())) { KeyFile = _folder.Write("zoo.key", _key.ExportPkcs8PrivateKeyPem()) };
        await using var host = await ContractHost.StartAsync(Clients.Platform, Local with { Certificate = files, Time = time, Output = TextWriter.Synchronized(output) }, CancellationToken.None);
        using var key = RSA.Create(2048);
        using var renewed = new CertificateRequest("CN=zoo.test", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(DateTimeOffset.UnixEpoch, new(2100, 1, 1, 0, 0, 0, TimeSpan.Zero));
        Assert.Equal(_certificate.Thumbprint, await ShownAsync());

        // Between the two writes of a renewal the certificate is not of the key.
        _folder.Write("zoo.pem", renewed.ExportCertificatePem());
        time.Advance(after);
        Assert.Equal(_certificate.Thumbprint, await ShownAsync());
        Assert.Contains("what was read before stays", output.ToString(), StringComparison.Ordinal);

        _folder.Write("zoo.key", key.ExportPkcs8PrivateKeyPem());
        Assert.Equal(_certificate.Thumbprint, await ShownAsync());
        time.Advance(after);
        Assert.Equal(renewed.Thumbprint, await ShownAsync());

        File.Delete(_folder.File("zoo.pem"));
        time.Advance(after);
        Assert.Equal(renewed.Thumbprint, await ShownAsync());

        async Task<string> ShownAsync()
        {
            var thumbprint = "";
            using var http = new HttpClient(new SocketsHttpHandler
            {
                SslOptions =
                {
                    RemoteCertificateValidationCallback = (_, shown, _, _) =>
                    {
                        thumbprint = shown!.GetCertHashString();
                        return thumbprint == _certificate.Thumbprint || thumbprint == renewed.Thumbprint;
                    },
                },
            });
            using var answer = await http.GetAsync(new Uri(host.Urls[0] + "/client/acme_corp/sla"));
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            return thumbprint;
        }
    }

    [Fact]
    public async Task Older_versions_of_TLS_are_refused()
    {
        await using var host = await ContractHost.StartAsync(Clients.Platform, Local with { Certificate = Pem() }, CancellationToken.None);
        using var old = new HttpClient(new SocketsHttpHandler
        {
#pragma warning disable CA5359, CA5397, CS0618, SYSLIB0039 // Versions that must not work are what this is about.
            SslOptions = { RemoteCertificateValidationCallback = (_, _, _, _) => true, EnabledSslProtocols = SslProtocols.Tls11 },
#pragma warning restore CA5359, CA5397, CS0618, SYSLIB0039
        });

        await Assert.ThrowsAsync<HttpRequestException>(() => old.GetAsync(new Uri(host.Urls[0] + "/health/live")));
    }

    private ServerCertificate Pem() => new(_folder.Write("zoo.pem", _certificate.ExportCertificatePem() + "\n" + _key.ExportPkcs8PrivateKeyPem()));

    private async Task ServesAsync(ServerCertificate certificate)
    {
        await using var host = await ContractHost.StartAsync(Clients.Platform, Local with { Certificate = certificate }, CancellationToken.None);
        using var http = new HttpClient(new SocketsHttpHandler { SslOptions = { RemoteCertificateValidationCallback = (_, shown, _, _) => shown!.GetCertHashString() == _certificate.GetCertHashString() } });

        Assert.StartsWith("https://127.0.0.1:", host.Urls[0], StringComparison.Ordinal);
        using var answer = await http.GetAsync(new Uri(host.Urls[0] + "/client/acme_corp/sla"));
        Assert.Equal((HttpStatusCode.OK, "99.99 / 5m"), (answer.StatusCode, await answer.Content.ReadAsStringAsync()));
    }

    private static Task<ContractHostException> RefusedAsync(ServerCertificate certificate)
        => Assert.ThrowsAsync<ContractHostException>(() => ContractHost.StartAsync(Clients.Platform, Local with { Certificate = certificate }, CancellationToken.None));
}
