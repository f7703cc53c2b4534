using ZooInfra.Provider;
using ZooInfra.Provider.Plugin;

// The arguments (logging flags, the engine's address) are not needed: the plugin calls nobody.
var provider = new ZooProvider(ProjectRoot.Find(Environment.CurrentDirectory));
await PluginHost.RunAsync(provider, provider.Schema, Console.Out);
