using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Server.Kestrel.Https;

namespace ZooInfra.Api;

/// <summary>Where the certificate of the host is: PFX, or PEM with the key in the same or in another file.</summary>
/// <param name="File">The file of the certificate and of those that lead to its root.</param>
public sealed record ServerCertificate(string File)
{
    /// <summary>The file of the private key in PEM; null when it is in <see cref="File"/>.</summary>
    public string? KeyFile { get; init; }

    /// <summary>The password of the key; null for none.</summary>
    public string? Password { get; init; }

    /// <summary>Says the file, never the password.</summary>
    public override string ToString() => File;

    /// <summary>TLS 1.2 and 1.3 with this certificate, and with the next one as soon as it is in the files.</summary>
    /// <exception cref="ContractHostException">The files cannot be used.</exception>
    internal HttpsConnectionAdapterOptions Options(TimeProvider time, TextWriter? output)
    {
        var context = new Reloaded<SslStreamCertificateContext>(KeyFile is null ? [File] : [File, KeyFile], Read, time, output);
        return new()
        {
            // Kestrel asks for one at its start; each connection gets the one of its time.
            ServerCertificate = context.Value.TargetCertificate,
            OnAuthenticate = (_, connection) => connection.ServerCertificateContext = context.Value,
            SslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13,
        };
    }

    private SslStreamCertificateContext Read()
    {
        try
        {
            var (certificate, chain) = System.IO.File.ReadAllText(File).Contains("-----BEGIN", StringComparison.Ordinal) ? Pem() : Pfx();
            return certificate.HasPrivateKey
                ? SslStreamCertificateContext.Create(certificate, chain)
                : throw new ContractHostException($"{File} has no private key; give it with --certificate-key FILE, or a PFX that has one.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or CryptographicException or ArgumentException)
        {
            throw new ContractHostException($"The certificate cannot be used: {e.Message} Give a PFX, or PEM with --certificate-key; the password of the key is taken from ZOO_CERTIFICATE_PASSWORD.", e);
        }
    }

    private (X509Certificate2 Certificate, X509Certificate2Collection Chain) Pfx()
    {
        var all = X509CertificateLoader.LoadPkcs12CollectionFromFile(File, Password, X509KeyStorageFlags.DefaultKeySet);
        return (all.FirstOrDefault(certificate => certificate.HasPrivateKey) ?? throw new ContractHostException($"{File} has no certificate with a private key."), all);
    }

    private (X509Certificate2 Certificate, X509Certificate2Collection Chain) Pem()
    {
        var chain = new X509Certificate2Collection();
        chain.ImportFromPemFile(File);
        using var read = Password is null ? X509Certificate2.CreateFromPemFile(File, KeyFile) : X509Certificate2.CreateFromEncryptedPemFile(File, Password, KeyFile);

        // Windows cannot serve with a key that is only in memory; through PFX it works everywhere.
        return (X509CertificateLoader.LoadPkcs12(read.Export(X509ContentType.Pfx), null), chain);
    }
}
