"""Reading a Hugo site by running Hugo itself. https://gohugo.io"""
